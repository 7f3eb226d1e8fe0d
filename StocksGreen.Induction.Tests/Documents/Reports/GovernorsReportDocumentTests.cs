using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Documents.Reports;

public sealed class GovernorsReportDocumentTests
{
    private static readonly StandingFigures Nothing = StandingFigures.None;

    [PdfToolsFact]
    public async Task The_report_gives_every_percentage_with_its_n_of_N()
    {
        var pdf = GovernorsReportDocument.Create(DocumentSamples.Report());

        await PdfAssert.IsSoundAsync(pdf);
        var text = await PdfTools.PlainTextOfAsync(pdf);
        Assert.Contains("As at 31 August 2026. What was done is counted from 1 April 2026.", text, StringComparison.Ordinal);
        Assert.Contains("4 paused (long absence), 2 exempt, 3 for people who have left", text, StringComparison.Ordinal);
        var structure = await PdfAssert.StructureOfAsync(pdf);
        Assert.Matches("\"97 of 118\"\\s+P \\(block\\)\\s+\"82% of the 118 required\"", structure);
        Assert.Matches("\"9 of 118\"\\s+P \\(block\\)\\s+\"8% of the 118 required\"", structure);
        Assert.Contains("\"70 of 84 (83%)\"", structure, StringComparison.Ordinal);
        Assert.Contains("\"59 of 59 (100%)\"", structure, StringComparison.Ordinal);
        Assert.Contains("\"5 of 9 (56%)\"", structure, StringComparison.Ordinal);
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
            Trend = [],
            Briefings = Nothing,
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
        var text = await PdfTools.PlainTextOfAsync(GovernorsReportDocument.Create(DocumentSamples.EmptyReport()));

        Assert.Contains("As at 14 September 2026 (the day is not over). What was done is counted from 1 September 2026.", text, StringComparison.Ordinal);
        Assert.Contains("Hash of the last entry not recorded Last entry written none yet", text, StringComparison.Ordinal);
        Assert.Contains("No induction pack asks anyone in post for a briefing.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("%", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task It_says_what_was_done_as_counts()
    {
        var text = await PdfTools.PlainTextOfAsync(GovernorsReportDocument.Create(DocumentSamples.Report()));

        Assert.Contains("21 of 25 (84%) briefings that induction packs ask for are confirmed by both sides; 3 due, 1 overdue.", text, StringComparison.Ordinal);
        Assert.Contains(
            "Signatures 97, 6 of them on paper Reminders to staff 41 recorded by the office, 0 e-mails put in the outbox Briefings held 21",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Declarations 2 raised, 1 decided; who and what stand in the restricted register Visitors reminded 34 Reminders to parents 3",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("1 of 3 policies in force are past their review.", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task The_trend_is_a_drawing_with_words_in_its_place_and_its_numbers_in_a_table_under_it()
    {
        var pdf = GovernorsReportDocument.Create(DocumentSamples.Report());

        Assert.Equal(
            [
                "Chart of what was signed, due and overdue, from 20 of 100 (20%) signed on 29 May 2026 to 98 of 123 (80%) signed on 28 August 2026. "
                    + "The table under it has the same figures.",
            ],
            await PdfAssert.AlternativesOfAsync(pdf)
        );
        var text = await PdfTools.PlainTextOfAsync(pdf);
        Assert.Contains("29 May 2026 20 of 100 (20%) 60 20 100", text, StringComparison.Ordinal);
        Assert.Contains("28 August 2026 98 of 123 (80%) 8 17 123", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task The_years_report_goes_month_by_month_and_lists_what_was_published()
    {
        var text = await PdfTools.PlainTextOfAsync(GovernorsReportDocument.Create(DocumentSamples.AnnualReport()));

        Assert.Contains("Annual report to the governing body", text, StringComparison.Ordinal);
        Assert.Contains(
            "Month by month Month Signatures Reminders Briefings Questions Declarations Visitors Published September 2025 97 41 21 8 2 34 2",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("Child protection including online safety policy 2 12 January 2026", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task What_stands_side_by_side_adds_up_to_a_hundred_per_cent()
    {
        var figures = StandingFigures.None with { Signed = 223, Due = 62, Overdue = 26 };

        var structure = await PdfAssert.StructureOfAsync(
            GovernorsReportDocument.Create(DocumentSamples.Report() with { Overall = figures, Overdue = new OverdueByAge(1, 1, 1) })
        );

        Assert.Matches("\"223 of 311\"\\s+P \\(block\\)\\s+\"72% of the 311 required\"", structure);
        Assert.Matches("\"62 of 311\"\\s+P \\(block\\)\\s+\"20% of the 311 required\"", structure);
        Assert.Matches("\"26 of 311\"\\s+P \\(block\\)\\s+\"8% of the 311 required\"", structure);
        Assert.Equal(
            ["34", "33", "33"],
            System
                .Text.RegularExpressions.Regex.Matches(
                    structure,
                    "\"1 of 3 \\((?<percent>[0-9]+)%\\)\"",
                    System.Text.RegularExpressions.RegexOptions.ExplicitCapture,
                    TimeSpan.FromSeconds(1)
                )
                .Select(found => found.Groups["percent"].Value)
        );
    }

    [PdfToolsFact]
    public async Task The_demonstration_says_that_its_people_are_invented() =>
        Assert.Contains(
            "Demonstration: the people in this document are invented",
            await PdfTools.PlainTextOfAsync(GovernorsReportDocument.Create(DocumentSamples.Report() with { IsDemonstration = true })),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_record_has_no_place_for_the_name_of_a_person() =>
        Assert.DoesNotContain(
            typeof(GovernorsReport).GetProperties(),
            property => property.Name.Contains("Person", StringComparison.Ordinal) || property.Name.Contains("Staff", StringComparison.Ordinal)
        );

    [Fact]
    public void The_same_record_gives_the_same_bytes() =>
        Assert.Equal(GovernorsReportDocument.Create(DocumentSamples.Report()), GovernorsReportDocument.Create(DocumentSamples.Report()));
}
