using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using StocksGreen.Induction.Documents.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Documents.Policies;

/// <summary>What is given out as Word or PDF is the policy: our own readers find it again. PICTURES=folder keeps the files to be looked at.</summary>
public sealed class ExportRoundTripTests
{
    private static readonly PolicyContent Policy = IllustratedPolicy.Text;

    [Fact]
    public async Task The_Word_document_reads_back_as_the_same_text_to_the_last_digit_of_its_hash()
    {
        var file = WordPolicyDocument.Create(Paper(Policy));
        await KeepAsync("policy.docx", file);

        var read = Imported(file, "policy.docx");

        Assert.Equal(PolicyMarkdown.Whole(Policy), PolicyMarkdown.Whole(read.Policy));
        Assert.Equal(Sha256Hex.Compute(PolicyMarkdown.Whole(Policy)), Sha256Hex.Compute(PolicyMarkdown.Whole(read.Policy)));
        Assert.Empty(read.Coverage.Missing);
        Assert.DoesNotContain(read.LeftOut, one => one.StopsPublishing);
        Assert.Equal(IllustratedPolicy.Pictures.Select(picture => picture.Sha256), read.Pictures.Select(picture => picture.Sha256));
    }

    [Fact]
    public void The_Word_document_is_one_that_the_format_allows()
    {
        using var stream = new MemoryStream(WordPolicyDocument.Create(Paper(Policy)));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        Assert.Empty(
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
                .Validate(document, TestContext.Current.CancellationToken)
                .Select(fault => $"{fault.Path?.XPath}: {fault.Description}")
        );
        Assert.Equal(
            ("Mobile Phone Policy", "en-GB", TestSchool.Name),
            (document.PackageProperties.Title, document.PackageProperties.Language, document.PackageProperties.Creator)
        );
    }

    [PdfToolsFact]
    public async Task The_PDF_is_sound_and_reads_back_with_the_same_headings_and_the_words_of_every_cell()
    {
        var file = PolicyDocument.Create(Paper(Policy));
        await KeepAsync("policy.pdf", file);

        await PdfAssert.IsSoundAsync(file);
        Assert.All(IllustratedPolicy.Descriptions, words => Assert.Contains(words, PdfAssert.AlternativesOfAsync(file).Result, StringComparer.Ordinal));
        var read = Imported(file, "policy.pdf");
        Assert.Equal(Policy.Title, read.Policy.Title);
        // Paper puts the notes of a part after it, under a heading of their own.
        Assert.Equal(Headings(Policy), Headings(read.Policy).Where(heading => heading is not ("Note" or "Notes")));
        Assert.Equal(Cells(Policy), Cells(read.Policy));
    }

    /// <summary>Of sections and inside them: a PDF does not say which headings are confirmed on their own.</summary>
    private static IEnumerable<string> Headings(PolicyContent policy) =>
        policy.Sections.SelectMany(section =>
            BlockText.All(section.Blocks).OfType<Subheading>().Select(heading => heading.Text.PlainText).Prepend(section.Heading)
        );

    private static IEnumerable<string> Cells(PolicyContent policy) =>
        policy
            .Sections.SelectMany(section => BlockText.All(section.Blocks))
            .OfType<Table>()
            .SelectMany(table => table.Rows)
            .SelectMany(row => row.Cells)
            .Select(cell => string.Join(' ', BlockText.Texts(cell.Blocks).Select(text => text.PlainText)));

    private static ImportOutcome.Imported Imported(byte[] file, string name) => Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file, name));

    internal static PolicyPaper Paper(PolicyContent text) =>
        new(
            text,
            TestSchool.Name,
            "Version 3, published 14 September 2026",
            Sha256Hex.Compute(PolicyMarkdown.Whole(text)),
            TestSchool.Monday,
            sha256 => IllustratedPolicy.Pictures.FirstOrDefault(picture => picture.Sha256 == sha256)?.Bytes is { } bytes ? bytes : (ReadOnlyMemory<byte>?)null
        );

    private static async Task KeepAsync(string name, byte[] file)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), file, TestContext.Current.CancellationToken);
        }
    }
}
