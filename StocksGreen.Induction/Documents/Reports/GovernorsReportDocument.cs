using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>The governors' report on the school's letter paper: how many have signed, what is late, what was done, which policies are due for review.</summary>
/// <remarks>Governors should not know individual cases, so it names no member of staff. A percentage never stands without its "n of N".</remarks>
public static class GovernorsReportDocument
{
    private const string NotIssued = "not issued";
    private const double TightRow = 2.5; // points: the whole report on three pages

    /// <summary>Makes the file.</summary>
    /// <returns>PDF/UA-1 and PDF/A-2a, A4 upright; the same record gives the same bytes.</returns>
    public static byte[] Create(GovernorsReport report)
    {
        var asAt = SharedText.AsAt(report.AsAt, report.IsDayOver);
        var kind = report.Span is ReportSpan.Year ? "Annual report" : "Termly report";
        var metadata = new PdfMetadata(
            $"Policy compliance, {report.SpanName}: {kind.ToLowerInvariant()} to governors, {LondonTime.ToWords(report.AsAt)}",
            report.School,
            asAt,
            report.LastEntryAt
        )
        {
            HasSignatureField = true,
        };
        var document = new FlowDocument(metadata, PageSetup.Portrait)
        {
            Header = $"{report.School}  ·  {kind} to governors  ·  {asAt}",
            Footer = $"{(report.IsDemonstration ? "Demonstration · " : "")}Evidence head {SharedText.OrNotRecorded(report.EvidenceHeadHash)}",
        };
        document.AddRange([
            SchoolEmblem.Letterhead(report.School, report.Crest, $"{kind} to the governing body"),
            new Rule(6),
            .. report.IsDemonstration ? [new TextBlock(Typography.Notice, SharedText.Demonstration)] : Array.Empty<FlowBlock>(),
            new Heading(1, "Reading and signing of policies") { BookmarkLevel = 1 },
            new TextBlock(
                Typography.Lead with
                {
                    Colour = Typography.Quiet,
                    SpaceAfter = 8,
                },
                $"{report.SpanName}. {asAt}. What was done is counted from {LondonTime.ToWords(report.Activity.From)}."
            ),
            new TextBlock(Typography.Lead with { Face = FontFace.SemiBold, SpaceAfter = 4 }, GovernorsHeadline.Of(report)),
            .. GovernorsHeadline.Further(report).Select(sentence => new TextBlock(Typography.Body with { SpaceAfter = 4 }, sentence)),
            new Gap(4),
            .. FigurePanels.Compose(report.Overall, report.Before),
            .. SharedText.CalendarNote(report.CalendarNote),
            .. GovernorsReportActivity.ComposeTrend(report.Trend, report.Published),
            .. ComposeFigures("By policy", "Policy", report.ByPolicy, NotIssued),
            .. ComposeFigures("By audience", "Audience", report.ByAudience, SharedText.NoOneRequired),
            .. ComposeOverdue(report.Overdue),
            .. ComposeReviews(report.Reviews),
            .. GovernorsReportActivity.ComposeBriefings(report.Briefings),
            .. GovernorsReportActivity.ComposeActivity(report),
            .. ComposeEvidence(report),
        ]);
        return document.ToPdf();
    }

    private static IEnumerable<FlowBlock> ComposeFigures(string title, string first, IReadOnlyList<NamedFigures> lines, string wordsForNone)
    {
        yield return new Heading(2, title) { BookmarkLevel = 2 };
        if (lines.Count == 0)
        {
            yield return new TextBlock(Typography.Body, "None yet.");
            yield break;
        }

        yield return new Grid(
            [
                new GridColumn(first, 39),
                new GridColumn("Signed", 38),
                new GridColumn("Due", 8, IsRight: true),
                new GridColumn("Overdue", 12.5, IsRight: true),
                new GridColumn("Paused", 11.5, IsRight: true),
                new GridColumn("Exempt", 11.5, IsRight: true),
                new GridColumn("Left", 8, IsRight: true),
            ],
            [.. lines.Select(line => ComposeRow(line, wordsForNone))]
        )
        {
            RowPadding = TightRow,
        };
    }

    private static IReadOnlyList<GridCell> ComposeRow(NamedFigures line, string wordsForNone)
    {
        var figures = line.Figures;
        return
        [
            line.Name,
            SharedText.SignedShare(figures, wordsForNone),
            Count(figures.Due),
            Count(figures.Overdue) with
            {
                IsWarning = figures.Overdue > 0,
            },
            Count(figures.Paused),
            Count(figures.Exempt),
            Count(figures.Left),
        ];
    }

    private static IEnumerable<FlowBlock> ComposeOverdue(OverdueByAge overdue)
    {
        var total = overdue.UpToFive + overdue.UpToTwenty + overdue.OverTwenty;
        yield return new Heading(2, "How long overdue") { BookmarkLevel = 2 };
        if (total == 0)
        {
            yield return new TextBlock(Typography.Body, "Nothing is overdue.");
            yield break;
        }

        var shares = Percentages.Of(overdue.UpToFive, overdue.UpToTwenty, overdue.OverTwenty);
        yield return new Grid(
            [new GridColumn("Overdue by", 30), new GridColumn("Signatures", 91)],
            [
                AgeRow("1–5 school days", overdue.UpToFive, total, shares[0]),
                AgeRow("6–20 school days", overdue.UpToTwenty, total, shares[1]),
                AgeRow("Over 20 school days", overdue.OverTwenty, total, shares[2]),
            ]
        )
        {
            RowPadding = TightRow,
            StaysTogether = true,
        };
    }

    private static IReadOnlyList<GridCell> AgeRow(string age, int count, int total, int share) =>
        [age, SharedText.Share(count, total, share) with { IsWarning = count > 0 }];

    private static IEnumerable<FlowBlock> ComposeReviews(IReadOnlyList<PolicyReviewLine> reviews)
    {
        yield return new Heading(2, "Review of policies") { BookmarkLevel = 2 };
        if (reviews.Count == 0)
        {
            yield return new TextBlock(Typography.Body, "No policy has been published yet.");
            yield break;
        }

        var overdue = reviews.Count(review => review.IsOverdue);
        yield return new TextBlock(
            overdue == 0 ? Typography.Body : Typography.Warning,
            overdue == 0
                ? $"None of {SharedText.Number(reviews.Count)} policies in force is past its review."
                : $"{SharedText.Part(overdue, reviews.Count)} policies in force are past their review. They stay in force until a new version is published."
        );
        yield return new Grid(
            [new GridColumn("Policy", 50), new GridColumn("Version", 17), new GridColumn("Next full review", 22), new GridColumn("Status", 29)],
            [
                .. reviews
                    .OrderByDescending(review => review.IsOverdue)
                    .ThenByDescending(review => review.IsDueThisMonth)
                    .Select(review =>
                        (IReadOnlyList<GridCell>)
                            [
                                review.Title,
                                review.Version,
                                SharedText.OrNotRecorded(review.NextReview),
                                GridCell.FromString(review.Status) with
                                {
                                    IsWarning = review.IsOverdue,
                                },
                            ]
                    ),
            ]
        )
        {
            RowPadding = TightRow,
        };
    }

    private static IEnumerable<FlowBlock> ComposeEvidence(GovernorsReport report)
    {
        yield return new Heading(2, "Evidence") { BookmarkLevel = 2, KeepsItsSection = true };
        yield return new TextBlock(
            Typography.Body,
            "Every event that proves something is one entry in a log to which the system can only add, each holding the hash of the one before it. "
                + "Keep this report: if the log is ever altered, its entries will no longer lead to the hash printed here. "
                + SharedText.SealNote
        );
        foreach (var warning in SharedText.EvidenceWarnings(report.EvidenceWarnings))
        {
            yield return warning;
        }

        yield return SharedText.Details(
            Typography.Cell,
            ("Entries in the log", SharedText.Number(report.EvidenceEntries)),
            ("Hash of the last entry", SharedText.OrNotRecorded(report.EvidenceHeadHash)),
            ("Last entry written", report.EvidenceEntries == 0 ? "none yet" : LondonTime.ToWordsWithUtc(report.LastEntryAt)),
            ("School’s first key, certificate SHA-256", SharedText.OrNotRecorded(report.FirstKey))
        ) with
        {
            RowPadding = TightRow,
            StaysTogether = true,
        };
    }

    private static GridCell Count(int count) => SharedText.Number(count);
}
