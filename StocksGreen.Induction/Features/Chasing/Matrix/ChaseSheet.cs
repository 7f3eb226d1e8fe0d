using StocksGreen.Induction.Documents.Spreadsheets;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

namespace StocksGreen.Induction.Features.Chasing.Matrix;

/// <summary>The list as a table for a spreadsheet.</summary>
internal static class ChaseSheet
{
    internal static Sheet From(IEnumerable<ChaseRow> rows) =>
        new(
            "Who has not signed",
            [
                new SheetColumn("Person", 28),
                new SheetColumn("Role", 28),
                new SheetColumn("Policy", 36),
                new SheetColumn("Asked", 20),
                new SheetColumn("Due"),
                new SheetColumn("Standing"),
                new SheetColumn("School days late", 18),
                new SheetColumn("Last chased (London time)", 24),
                new SheetColumn("How"),
                new SheetColumn("Has e-mail"),
            ],
            rows.Select(row =>
                (IReadOnlyList<SheetCell>)
                    [
                        SheetCell.From(row.FullName),
                        SheetCell.From(row.JobTitle),
                        SheetCell.From(row.PolicyTitle),
                        SheetCell.From(row.Asked ?? "all of it"),
                        SheetCell.From((DateOnly?)row.DueOn),
                        SheetCell.From(Standing(row.Standing)),
                        SheetCell.From(row.Standing is { Kind: StandingKind.Overdue, SchoolDaysLeft: { } left } ? (long?)-left : null),
                        SheetCell.From(row.LastChased?.At),
                        SheetCell.From(row.LastChased is { } given ? ChaseText.Words(given.Channel) : null),
                        SheetCell.From(row.HasEmail ? "yes" : "no"),
                    ]
            )
        );

    private static string Standing(Standing standing) =>
        standing.Kind switch
        {
            StandingKind.Due when standing.IsWaiting => "Waits for an answer",
            StandingKind.Due => "Due",
            StandingKind.Overdue when standing.IsLongOverdue => "Long overdue",
            StandingKind.Overdue => "Overdue",
            StandingKind.Paused => "Paused",
            StandingKind.Exempt => "Exempt",
            StandingKind.Signed => "Signed",
            StandingKind.NotIssued => "Not issued",
        };
}
