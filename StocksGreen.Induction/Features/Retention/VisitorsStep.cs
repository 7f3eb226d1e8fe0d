using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Retention;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>Visitors and their rows.</summary>
internal sealed class VisitorsStep : IRetentionStep
{
    private static readonly string Sentence = $"Visitors are kept for {VisitorReminder.KeptDays} days.";

    public async Task<IReadOnlyList<ComingDeletion>> ComingAsync(InductionDb db, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var before = until.AddDays(-VisitorReminder.KeptDays);
        return
        [
            .. (await db.VisitorReminders.Where(row => row.At < before).Select(row => new { row.At, row.FullName }).ToListAsync(cancellationToken))
                .GroupBy(row => Latest(LondonTime.DateIn(row.At.AddDays(VisitorReminder.KeptDays + 1)), LondonTime.DateIn(now)))
                .OrderBy(day => day.Key)
                .Select(day => new ComingDeletion(
                    day.Key,
                    RetentionRules.Visitors,
                    "Visitors",
                    day.Count(),
                    [.. day.Select(row => row.FullName).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCultureIgnoreCase)]
                )),
        ];
    }

    public async Task DeleteSomeAsync(Purge purge, int most, CancellationToken cancellationToken)
    {
        var before = purge.Now.AddDays(-VisitorReminder.KeptDays);
        var numbers = await purge
            .Db.VisitorReminders.Where(row => row.At < before)
            .OrderBy(row => row.EvidenceNumber)
            .Select(row => row.EvidenceNumber)
            .Take(most)
            .ToListAsync(cancellationToken);
        await purge.DeleteSealedAsync(RetentionRules.Visitors, "VisitorReminders", numbers, EvidenceKind.Of<VisitorReminder>(), Sentence, cancellationToken);
    }

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;
}
