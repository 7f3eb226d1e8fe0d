using StocksGreen.Induction.Domain.Reminders;

namespace StocksGreen.Induction.Features.Visitors;

/// <summary>One visit: who came, and all that they were shown.</summary>
/// <param name="Organisation">May be empty.</param>
/// <param name="Shown">Policy and version, by title: "Social Media Policy, version 2".</param>
public sealed record RemindedVisitor(string FullName, string Organisation, DateTimeOffset At, IReadOnlyList<string> Shown)
{
    /// <param name="reminders">In any order.</param>
    /// <param name="shown">What a reminder was of, in words.</param>
    /// <returns>Latest first.</returns>
    internal static IReadOnlyList<RemindedVisitor> From(IEnumerable<VisitorReminder> reminders, Func<VisitorReminder, string> shown) =>
        [
            .. reminders
                .GroupBy(row => (row.FullName, row.Organisation, row.At))
                .OrderByDescending(visit => visit.Max(row => row.EvidenceNumber))
                .Select(visit => new RemindedVisitor(
                    visit.Key.FullName,
                    visit.Key.Organisation,
                    visit.Key.At,
                    [.. visit.Select(shown).Order(StringComparer.CurrentCulture)]
                )),
        ];
}
