using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Data.Retention;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>
/// Empties confirmations and deletes notes of reading; what a person confirmed stays, and for whom is said again (<see cref="PurgeFacts"/>).
/// </summary>
internal sealed class ReadingTimesStep : IRetentionStep
{
    private static RetentionRule Rule => RetentionRules.ReadingTimes;

    public async Task<IReadOnlyList<ComingDeletion>> ComingAsync(InductionDb db, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var (_, readers) in await EndedReadings.Async(db, until, cancellationToken))
        {
            count += await EndedReadings.Confirmations(db, readers).CountAsync(cancellationToken);
        }

        return count == 0
            ? []
            : [new ComingDeletion(LondonTime.DateIn(until), Rule, $"Times of single parts, each {PartReading.KeptDays} days after its signature", count, [])];
    }

    public async Task DeleteSomeAsync(Purge purge, int most, CancellationToken cancellationToken)
    {
        foreach (var (sentence, readers) in await EndedReadings.Async(purge.Db, purge.Now, cancellationToken))
        {
            var sections = await EndedReadings
                .Confirmations(purge.Db, readers)
                .OrderBy(row => row.EvidenceNumber)
                .Select(row => new { row.EvidenceNumber, row.StaffId })
                .Take(most - purge.Emptied)
                .ToListAsync(cancellationToken);
            await purge.EmptyAsync([.. sections.Select(section => section.EvidenceNumber)], cancellationToken);
            foreach (var section in sections)
            {
                purge.Say(PurgeFacts.Of(section.EvidenceNumber, EvidenceKind.SectionConfirmed, sentence, section.StaffId.Value));
            }

            var notes = await purge.Db.PartReadings.Where(EndedReadings.IsOf(readers)).ExecuteDeleteAsync(cancellationToken);
            purge.Count(Rule, "PartReadings", notes);
            purge.Count(Rule, "Times in SectionConfirmations", sections.Count);
        }
    }
}
