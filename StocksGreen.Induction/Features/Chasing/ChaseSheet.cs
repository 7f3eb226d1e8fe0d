using StocksGreen.Induction.Documents.Spreadsheets;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Chasing;

/// <summary>The list as a table for a spreadsheet.</summary>
internal static class ChaseSheet
{
    internal static Sheet Of(IEnumerable<ChaseRow> rows) => new(
        "Who has not signed",
        [
            new SheetColumn("Person", 28), new SheetColumn("Role", 28), new SheetColumn("Policy", 36), new SheetColumn("Asked", 20), new SheetColumn("Due"), new SheetColumn("Standing"),
            new SheetColumn("School days late", 18), new SheetColumn("Last chased (London time)", 24), new SheetColumn("How"), new SheetColumn("Has e-mail"),
        ],
        rows.Select(row => (IReadOnlyList<SheetCell>)
        [
            SheetCell.Of(row.FullName),
            SheetCell.Of(row.JobTitle),
            SheetCell.Of(row.PolicyTitle),
            SheetCell.Of(row.Asked ?? "all of it"),
            SheetCell.Of((DateOnly?)row.DueOn),
            SheetCell.Of(Standing(row.Standing)),
            SheetCell.Of(row.Standing is { Kind: StandingKind.Overdue, SchoolDaysLeft: { } left } ? (long?)-left : null),
            SheetCell.Of(row.LastChased?.At),
            SheetCell.Of(row.LastChased is { } given ? ChaseWords.Words(given.Channel) : null),
            SheetCell.Of(row.HasEmail ? "yes" : "no"),
        ]));

    private static string Standing(Standing standing) => standing.Kind switch
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
