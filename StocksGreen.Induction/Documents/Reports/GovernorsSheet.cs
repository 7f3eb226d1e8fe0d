using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Spreadsheets;
using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>The figures of the governors' report as a sheet: one row for the whole school, each audience, each policy and each day of the trend.</summary>
public static class GovernorsSheet
{
    public static Sheet From(GovernorsReport report) =>
        new(
            "Figures",
            [
                new SheetColumn("Figures of", 16),
                new SheetColumn("Name", 40),
                new SheetColumn("At the end of", 14),
                new SheetColumn("Required", 10),
                new SheetColumn("Signed", 10),
                new SheetColumn("Due", 10),
                new SheetColumn("Overdue", 10),
                new SheetColumn("Paused", 10),
                new SheetColumn("Exempt", 10),
                new SheetColumn("Left", 10),
            ],
            [
                Row("School", report.School, report.AsAt, report.Overall),
                .. report.ByAudience.Select(line => Row("Audience", line.Name, report.AsAt, line.Figures)),
                .. report.ByPolicy.Select(line => Row("Policy", line.Name, report.AsAt, line.Figures)),
                Row("Briefings", report.School, report.AsAt, report.Briefings),
                .. report.Trend.Select(point => Row("Over time", report.School, point.Day, point.Figures)),
            ]
        )
        {
            Title = $"{report.School}: policy compliance, {report.SpanName}. {SharedText.AsAt(report.AsAt, report.IsDayOver)}",
        };

    private static IReadOnlyList<SheetCell> Row(string of, string name, DateOnly day, StandingFigures figures) =>
        [
            SheetCell.From(of),
            SheetCell.From(name),
            SheetCell.From((DateOnly?)day),
            SheetCell.From((long?)figures.Required),
            SheetCell.From((long?)figures.Signed),
            SheetCell.From((long?)figures.Due),
            SheetCell.From((long?)figures.Overdue),
            SheetCell.From((long?)figures.Paused),
            SheetCell.From((long?)figures.Exempt),
            SheetCell.From((long?)figures.Left),
        ];
}
