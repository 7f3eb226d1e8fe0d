using System.Globalization;
using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>The parts of the governors' report that look back: the trend, briefings, and what was done.</summary>
internal static class GovernorsReportActivity
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static IEnumerable<FlowBlock> ComposeTrend(IReadOnlyList<TrendPoint> trend, IReadOnlyList<PublishedLine> published)
    {
        if (trend.Count == 0)
        {
            yield break;
        }

        yield return new Heading(2, "Over time") { BookmarkLevel = 2 };
        if (trend.Count > 1 && trend.Any(point => point.Figures.Required > 0))
        {
            yield return TrendChart.Create(trend, published, PageSetup.Portrait.ColumnWidth);
            yield return new Gap(4);
            if (TrendChart.Legend(trend, published) is { } legend)
            {
                yield return new TextBlock(Typography.Note, legend);
            }

            yield return new Gap(4);
        }

        yield return new Grid(
            [
                new GridColumn("At the end of", 30),
                new GridColumn("Signed", 46),
                new GridColumn("Due", 15, IsRight: true),
                new GridColumn("Overdue", 15, IsRight: true),
                new GridColumn("Required", 15, IsRight: true),
            ],
            [
                .. trend.Select(point =>
                    (IReadOnlyList<GridCell>)
                        [
                            LondonTime.ToWords(point.Day),
                            SharedText.Signed(point.Figures, SharedText.NoOneRequired),
                            SharedText.Number(point.Figures.Due),
                            GridCell.FromString(SharedText.Number(point.Figures.Overdue)) with
                            {
                                IsWarning = point.Figures.Overdue > 0,
                            },
                            SharedText.Number(point.Figures.Required),
                        ]
                ),
            ]
        )
        {
            Style = Typography.SmallCell,
            RowPadding = 1,
            SpaceAfter = 6,
        };
    }

    public static IEnumerable<FlowBlock> ComposeBriefings(StandingFigures briefings)
    {
        yield return new Heading(2, "Induction briefings") { BookmarkLevel = 2 };
        yield return new TextBlock(
            Typography.Body,
            briefings.Required == 0
                ? "No induction pack asks anyone in post for a briefing."
                : $"{SharedText.Signed(briefings, SharedText.NoOneRequired)} briefings that induction packs ask for are confirmed by both sides; "
                    + $"{SharedText.Number(briefings.Due)} due, "
                    + $"{SharedText.Number(briefings.Overdue)} overdue. Not counted in these: {SharedText.Number(briefings.Paused)} paused (long absence)."
        );
    }

    public static IEnumerable<FlowBlock> ComposeActivity(GovernorsReport report)
    {
        var done = report.Activity;
        yield return new Heading(2, "What was done") { BookmarkLevel = 2 };
        yield return SharedText.Details(
            Typography.Cell,
            ("Signatures", $"{SharedText.Number(done.Signatures)}, {SharedText.Number(done.OnPaper)} of them on paper"),
            (
                "Reminders to staff",
                $"{SharedText.Number(done.StaffReminders)} recorded by the office, {SharedText.Number(done.MailQueued)} e-mails put in the outbox"
            ),
            ("Briefings held", SharedText.Number(done.BriefingsHeld)),
            ("Questions of readers", $"{SharedText.Number(done.QuestionsAsked)} asked, {SharedText.Number(done.QuestionsAnswered)} answered"),
            (
                "Declarations",
                $"{SharedText.Number(done.Declarations)} raised, {SharedText.Number(done.DeclarationDecisions)} decided; who and what stand in the "
                    + "restricted register"
            ),
            ("Visitors reminded", SharedText.Number(done.VisitorsReminded)),
            ("Reminders to parents", SharedText.Number(done.ParentsReminders)),
            ("Corrections", SharedText.Number(done.Corrections)),
            ("Versions published", SharedText.Number(done.VersionsPublished))
        ) with
        {
            RowPadding = 2,
            StaysTogether = true,
        };
        if (report.Months.Count > 0)
        {
            yield return new Heading(3, "Month by month");
            yield return ComposeMonths(report.Months);
        }

        // A term's are all told under its chart.
        if (report is { Span: ReportSpan.Year, Published.Count: > 0 })
        {
            yield return new Heading(3, "Published");
            yield return new Grid(
                [new GridColumn("Policy", 60), new GridColumn("Version", 16), new GridColumn("In force from", 34)],
                [.. report.Published.Select(line => (IReadOnlyList<GridCell>)[line.Title, line.Version, LondonTime.ToWords(line.On)])]
            )
            {
                Style = Typography.SmallCell,
                RowPadding = 2.5,
            };
        }
    }

    private static Grid ComposeMonths(IReadOnlyList<ActivityCounts> months) =>
        new(
            [
                new GridColumn("Month", 26),
                new GridColumn("Signatures", 16, IsRight: true),
                new GridColumn("Reminders", 16, IsRight: true),
                new GridColumn("Briefings", 15, IsRight: true),
                new GridColumn("Questions", 16, IsRight: true),
                new GridColumn("Declarations", 18, IsRight: true),
                new GridColumn("Visitors", 14, IsRight: true),
                new GridColumn("Published", 15, IsRight: true),
            ],
            [
                .. months.Select(month =>
                    (IReadOnlyList<GridCell>)
                        [
                            month.From.ToString("MMMM yyyy", British),
                            SharedText.Number(month.Signatures),
                            SharedText.Number(month.StaffReminders + month.MailQueued),
                            SharedText.Number(month.BriefingsHeld),
                            SharedText.Number(month.QuestionsAsked),
                            SharedText.Number(month.Declarations),
                            SharedText.Number(month.VisitorsReminded),
                            SharedText.Number(month.VersionsPublished),
                        ]
                ),
            ]
        )
        {
            Style = Typography.SmallCell,
            RowPadding = 2.5,
        };
}
