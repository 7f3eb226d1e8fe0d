using System.Text;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Pdf;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Tests.Importing.Policies.Pdf;

/// <summary>A PDF that cannot be read is refused in words that say what to do, and none ends the program.</summary>
public class BadPdfTests
{
    [Fact]
    public void A_file_that_only_begins_like_a_PDF_is_cut_off() => Assert.Equal(PdfImport.Truncated, Refusal("%PDF-1.7\n%âãÏÓ"u8.ToArray()));

    [Fact]
    public void A_file_with_its_ends_and_nothing_between_is_damaged() => Assert.Equal(PdfImport.Damaged, Refusal("%PDF-1.7\nnothing\n%%EOF"u8.ToArray()));

    [Fact]
    public void A_file_cut_in_the_middle_is_not_called_a_scan()
    {
        var whole = PdfShapeTests.Untagged();

        Assert.Equal(PdfImport.Truncated, Refusal(whole[..(whole.Length / 3)]));
    }

    [Fact]
    public void A_file_that_has_lost_its_last_lines_is_read()
    {
        var whole = PdfShapeTests.Untagged();

        Assert.Equal(
            "Visitors Policy",
            Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(whole.AsMemory(0, whole.Length - 40), "policy.pdf")).Policy.Title
        );
    }

    [Fact]
    public void A_page_without_words_has_none() => Assert.Contains("has no words", Refusal(new PdfFile().ToBytes()), StringComparison.Ordinal);

    [Fact]
    public void A_page_that_is_a_picture_is_a_scan_and_may_be_published_as_pages() =>
        Assert.Equal(
            new ImportOutcome.Refused(PdfImport.Scan) { MayBePublishedAsPages = true },
            PolicyImport.Parse(new PdfFile().Drawing("q 595 0 0 842 0 0 cm\nBI /W 2 /H 2 /BPC 8 /CS /G /F /AHx\nID 00FF00FF>\nEI\nQ").ToBytes(), "policy.pdf")
        );

    [Fact]
    public void A_font_that_does_not_say_its_characters_is_said()
    {
        var file = new PdfFile
        {
            Font =
                "<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Odd/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Odd"
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600/FontDescriptor<</Type/FontDescriptor/FontName/AAAAAA+Odd/Flags 4"
                + "/FontBBox[0 0 600 800]/ItalicAngle 0/Ascent 800/Descent 0/CapHeight 700/StemV 80>>>>]>>",
        };

        Assert.Equal(
            new ImportOutcome.Refused(PdfImport.Unreadable) { MayBePublishedAsPages = true },
            PolicyImport.Parse(file.Text(60, 700, "Visitors sign in at the office of the school").ToBytes(), "policy.pdf")
        );
    }

    [Fact]
    public void A_megabyte_that_unpacks_to_a_thousand_is_refused_before_it_is_unpacked()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(PdfImport.TooMuch, Refusal(PdfFile.Bomb(1024L * 1024 * 1024)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200L * 1024 * 1024);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_by_its_size() =>
        Assert.Equal(
            PolicyImport.PdfTooLarge(PolicyImport.LargestDocumentInBytes + 1),
            Refusal([.. "%PDF-1.7"u8, .. new byte[PolicyImport.LargestDocumentInBytes - 7]])
        );

    [Fact]
    public void Tags_that_go_round_in_circles_end()
    {
        var file = new PdfFile().Tagged("H1", 60, 760, "Visitors Policy", 20, isBold: true).Tagged("P", 60, 700, "Visitors sign in at the office.").ToBytes();
        var text = Encoding.Latin1.GetString(file);
        // The root becomes a kid of itself; the cross-reference table stays right, because nothing moves.
        var circle = text.Replace("/Type/StructElem/S/H1/Pg 6 0 R/K[0]", "/S/Div/K[5 0 R]/Pg 6 0 R        ", StringComparison.Ordinal);

        Assert.NotEqual(text, circle);
        Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(Encoding.Latin1.GetBytes(circle), "policy.pdf"));
    }

    [Fact]
    public void Flipped_bytes_and_cuts_never_end_the_program()
    {
        var random = new Random(20261201);
        var whole = PdfShapeTests.Untagged();
        var (read, refused) = (0, 0);
        for (var round = 0; round < 300; round++)
        {
            var file = whole[..(random.Next(4) == 0 ? random.Next(20, whole.Length) : whole.Length)];
            for (var flips = random.Next(1, 12); flips > 0; flips--)
            {
                file[random.Next(8, file.Length)] = (byte)random.Next(256);
            }

            switch (PolicyImport.Parse(file, "policy.pdf"))
            {
                case ImportOutcome.Imported:
                    read++;
                    break;
                case ImportOutcome.Refused refusal:
                    Assert.EndsWith(".", refusal.Sentence, StringComparison.Ordinal);
                    refused++;
                    break;
            }
        }

        Assert.Equal(300, read + refused);
        Assert.True(read > 70 && refused > 70, $"{read} read, {refused} refused");
    }

    private static string Refusal(byte[] file) => Assert.IsType<ImportOutcome.Refused>(PolicyImport.Parse(file, "policy.pdf")).Sentence;
}
