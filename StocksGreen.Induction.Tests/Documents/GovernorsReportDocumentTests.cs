using StocksGreen.Induction.Documents;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Tests.Documents;

public sealed class GovernorsReportDocumentTests
{
    private static readonly StandingFigures Nothing = StandingFigures.None;

    [PdfToolsFact]
    public async Task The_report_gives_every_percentage_with_its_n_of_N()
    {
        var pdf = GovernorsReportDocument.Create(DocumentSamples.Report());

        await PdfAssert.IsSoundAsync(pdf);
        var text = await PdfTools.PlainTextOfAsync(pdf);
        Assert.Contains("As at 31 August 2026", text, StringComparison.Ordinal);
        Assert.Contains("4 paused (long absence), 2 exempt, 3 for people who have left", text, StringComparison.Ordinal);
        var structure = await PdfAssert.StructureOfAsync(pdf);
        Assert.Matches("\"97 of 118\"\\s+P \\(block\\)\\s+\"82% of the 118 required\"", structure);
        Assert.Matches("\"9 of 118\"\\s+P \\(block\\)\\s+\"7% of the 118 required\"", structure);
        Assert.Contains("\"70 of 84 (83%)\"", structure, StringComparison.Ordinal);
        Assert.Contains("\"59 of 59 (100%)\"", structure, StringComparison.Ordinal);
        Assert.Contains("\"5 of 9 (55%)\"", structure, StringComparison.Ordinal);
        Assert.Contains("\"12,841\"", structure, StringComparison.Ordinal);
        Assert.Contains("Evidence head " + DocumentSamples.Report().EvidenceHeadHash, text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task Where_no_one_has_to_sign_there_are_words_and_no_percentage()
    {
        var report = DocumentSamples.Report() with
        {
            Overall = Nothing,
            ByAudience = [new NamedFigures("Contractors", Nothing)],
            ByPolicy = [new NamedFigures("Social Media Policy", Nothing)],
            Overdue = new OverdueByAge(0, 0, 0),
        };
        var pdf = GovernorsReportDocument.Create(report);

        await PdfAssert.IsSoundAsync(pdf);
        var text = await PdfTools.PlainTextOfAsync(pdf);
        Assert.DoesNotContain("%", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0 of 0", text, StringComparison.Ordinal);
        Assert.Contains("Contractors no one required", text, StringComparison.Ordinal);
        Assert.Contains("Social Media Policy not issued", text, StringComparison.Ordinal);
        Assert.Contains("Nothing is overdue.", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task A_school_with_nothing_in_it_yet_still_gets_a_report()
    {
        var pdf = GovernorsReportDocument.Create(DocumentSamples.Report() with
        {
            Overall = Nothing, ByAudience = [], ByPolicy = [], Overdue = new OverdueByAge(0, 0, 0), Reviews = [], EvidenceEntries = 0, EvidenceHeadHash = null,
        });

        await PdfAssert.IsSoundAsync(pdf);
        Assert.Contains("Hash of the last entry not recorded", await PdfTools.PlainTextOfAsync(pdf), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 3, "0%")]
    [InlineData(1, 3, "33%")]
    [InlineData(199, 200, "99%")]
    [InlineData(3, 3, "100%")]
    public void Only_all_of_them_is_a_hundred_per_cent(int part, int whole, string percentage) => Assert.Equal(percentage, Wording.Percentage(part, whole));

    [PdfToolsFact]
    public async Task The_demonstration_says_that_its_people_are_invented() => Assert.Contains(
        "Demonstration: the people in this document are invented",
        await PdfTools.PlainTextOfAsync(GovernorsReportDocument.Create(DocumentSamples.Report() with { IsDemonstration = true })),
        StringComparison.Ordinal);

    [Fact]
    public void The_record_has_no_place_for_the_name_of_a_person() =>
        Assert.DoesNotContain(typeof(GovernorsReport).GetProperties(), property => property.Name.Contains("Person", StringComparison.Ordinal) || property.Name.Contains("Staff", StringComparison.Ordinal));

    [Fact]
    public void The_same_record_gives_the_same_bytes() =>
        Assert.Equal(GovernorsReportDocument.Create(DocumentSamples.Report()), GovernorsReportDocument.Create(DocumentSamples.Report()));
}
