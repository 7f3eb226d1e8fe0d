using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Documents.Reports;

public sealed class RegisterDocumentTests
{
    [PdfToolsFact]
    public async Task Four_hundred_rows_run_over_pages_that_each_repeat_the_head()
    {
        var register = DocumentSamples.Register(400);
        var pdf = RegisterDocument.Create(register);

        await PdfAssert.IsSoundAsync(pdf);
        var look = await PdfLook.AtAsync(pdf);
        Assert.True(look.Pages.Count > 10);
        Assert.All(look.Pages, page => Assert.Contains(page, word => word.Text == "Standing"));
        var text = await PdfTools.PlainTextOfAsync(pdf);
        Assert.Contains("200 of 400", text, StringComparison.Ordinal);
        Assert.Contains("Confidential: contains names", text, StringComparison.Ordinal);
        Assert.All(register.Rows, row => Assert.Contains(row.Name, text, StringComparison.Ordinal));
    }

    [PdfToolsFact]
    public async Task A_repeated_head_is_not_read_out_again()
    {
        var structure = await PdfAssert.StructureOfAsync(RegisterDocument.Create(DocumentSamples.Register(60)));

        Assert.Single(structure.Split("\"Standing\"").Skip(1));
        Assert.Equal(60, structure.Split("\"Teaching assistant\"").Length - 1 + structure.Split("\"Safeguarding and pastoral care lead\"").Length - 1);
    }

    [PdfToolsFact]
    public async Task A_register_without_rows_says_so()
    {
        var pdf = RegisterDocument.Create(DocumentSamples.Register(0));

        await PdfAssert.IsSoundAsync(pdf);
        Assert.Contains("no one required", await PdfTools.PlainTextOfAsync(pdf), StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task It_says_plainly_what_is_not_set_and_not_signed()
    {
        var row = DocumentSamples.Register(1).Rows[0] with { Due = null, SignedAt = null, Standing = "Paused", Role = "" };
        var text = await PdfTools.PlainTextOfAsync(
            RegisterDocument.Create(DocumentSamples.Register(0) with { Rows = [row], Scope = "Social Media Policy only" })
        );

        Assert.Contains("not set Paused not signed", text, StringComparison.Ordinal);
        Assert.Contains("As at 14 September 2026 · Social Media Policy only", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_record_gives_the_same_bytes() =>
        Assert.Equal(RegisterDocument.Create(DocumentSamples.Register(40)), RegisterDocument.Create(DocumentSamples.Register(40)));
}
