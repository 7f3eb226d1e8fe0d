using System.Text;
using StocksGreen.Induction.Domain.PolicyText;
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
    public void A_file_that_is_shorter_than_it_says_itself_is_cut_off_though_it_has_an_end_of_its_own() =>
        Assert.Equal(
            PdfImport.Truncated,
            Refusal("%PDF-1.7\n99 0 obj\n<</Linearized 1/L 100000/O 6/E 900/N 3/T 9000>>\nendobj\nstartxref\n0\n%%EOF\n"u8.ToArray())
        );

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    public void A_file_that_has_lost_its_last_pages_is_cut_off_and_never_read_in_part(double kept)
    {
        var file = PdfShapeTests.UntaggedFile();
        for (var page = 2; page <= 6; page++)
        {
            file.Page().Text(60, 700, $"{page + 1} Rule", 14, isBold: true).Text(60, 660, "Badges are worn by everyone.");
        }

        var whole = file.ToBytes();

        Assert.Equal(PdfImport.Truncated, Refusal(whole[..(int)(whole.Length * kept)]));
    }

    [Fact]
    public void A_page_whose_words_the_file_has_lost_is_named_and_stops_publishing()
    {
        var whole = PdfShapeTests.UntaggedFile().Page().Text(60, 700, "Nobody reads this page.").ToBytes();
        var text = Encoding.Latin1.GetString(whole).Replace("/Contents 9 0 R", "/Contents 8 7 R", StringComparison.Ordinal);

        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(Encoding.Latin1.GetBytes(text), "policy.pdf"));

        Assert.Equal(["page 2"], imported.LeftOut.Where(left => left.Kind is LeftOutKind.Object).Select(left => left.Where));
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
    public void A_file_whose_table_of_objects_is_wrong_is_read_by_its_objects()
    {
        var text = Encoding.Latin1.GetString(PdfShapeTests.Untagged());
        var table = text.LastIndexOf("startxref", StringComparison.Ordinal);

        Assert.Equal(
            "Visitors Policy",
            Assert
                .IsType<ImportOutcome.Imported>(PolicyImport.Parse(Encoding.Latin1.GetBytes($"{text[..table]}startxref\n7\n%%EOF\n"), "policy.pdf"))
                .Policy.Title
        );
    }

    [Fact]
    public void A_file_behind_a_password_says_so() =>
        Assert.Equal(
            PdfImport.Encrypted,
            Refusal(
                new PdfFile
                {
                    Trailer =
                        $"/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4"
                        + $"/O<{new string('1', 64)}>/U<{new string('2', 64)}>>>",
                }
                    .Text(60, 700, "Visitors sign in at the office.")
                    .ToBytes()
            )
        );

    [Fact]
    public void A_picture_of_twenty_thousand_by_twenty_thousand_is_named_and_not_unpacked()
    {
        var file = PdfShapeTests.UntaggedFile().Drawing("q 300 0 0 300 60 100 cm\nBI /W 20000 /H 20000 /BPC 8 /CS /G /F /AHx\nID 00FF00FF>\nEI\nQ").ToBytes();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file, "policy.pdf"));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100L * 1024 * 1024);
        Assert.Contains(imported.LeftOut, left => left.Text.Contains("20000 × 20000 pixels", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_from_right_to_left_are_refused_or_named()
    {
        var hebrew = string.Join('/', Enumerable.Range(0x05D0, 27).Select(sign => $"uni{sign:X4}"));
        var file = new PdfFile
        {
            Font = $"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[65/{hebrew}]>>>>",
        };
        for (var line = 0; line < 20; line++)
        {
            file.Text(60, 760 - (line * 20), "ABCD EFGH IJKL MNOP QRST UVWX");
        }

        Assert.Contains("right to left", Refusal(file.ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_whose_words_all_run_up_is_read_and_says_so()
    {
        var file = PdfShapeTests.UntaggedFile().Page();
        for (var line = 0; line < 20; line++)
        {
            file.Drawing($"BT /R 11 Tf 0 1 -1 0 {100 + (line * 16)} 80 Tm (Visitors sign in at the office, line {line}.) Tj ET");
        }

        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file.ToBytes(), "policy.pdf"));

        Assert.Contains(imported.Warnings, warning => warning.Contains("run up or down page 2", StringComparison.Ordinal));
        Assert.Empty(imported.Coverage.Missing);
    }

    [Fact]
    public void Twenty_megabytes_of_dots_lines_and_letters_cost_a_bounded_amount()
    {
        var dots = new StringBuilder();
        for (var dot = 0; dot < 250_000; dot++)
        {
            dots.Append("72 704 m 72 706 76 706 76 704 c 76 702 72 702 72 704 c f ");
        }

        var file = PdfShapeTests.UntaggedFile().Drawing(dots.ToString()).ToBytes();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file, "policy.pdf"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1500L * 1024 * 1024);
    }

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

    [Theory]
    [InlineData("startxref\n", "startxref\n9")]
    [InlineData("trailer\n<<", "trailer\n<</Prev 9")]
    [InlineData("/Kids[6 0 R]", "/Kids[6 0 R 2 0 R]")]
    public void References_that_lead_nowhere_or_in_a_circle_lose_nothing(string right, string wrong)
    {
        var text = Encoding.Latin1.GetString(
            new PdfFile().Text(60, 760, "Visitors Policy", 20, isBold: true).Text(60, 700, "Visitors sign in at the office.").ToBytes()
        );

        Assert.Contains(right, text, StringComparison.Ordinal);
        var imported = Assert.IsType<ImportOutcome.Imported>(
            PolicyImport.Parse(Encoding.Latin1.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal)), "policy.pdf")
        );
        Assert.Equal("Visitors Policy", imported.Policy.Title);
        Assert.Empty(imported.Coverage.Missing);
    }

    [Fact]
    public void A_thousand_tags_inside_each_other_are_damage()
    {
        var file = new PdfFile().Tagged("P", 60, 700, "Visitors sign in at the office.");
        for (var depth = 0; depth < 1_000; depth++)
        {
            file.Under("Table", 1);
        }

        Assert.Equal(PdfImport.Damaged, Refusal(file.ToBytes()));
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
