using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>
/// Deletes on time: detailed times of reading 30 days after the signature, or after the person left or the version was no longer asked of them; visitors 90
/// days
/// after their reminder; the history of what was entered about people six years after they left, to the end of that school year. The facts in an entry are
/// emptied
/// and an entry of its own says so; the chain still holds. Texts of letters go a year after they were sent; they never stood in the evidence, only their hashes
/// do.
/// </summary>
public sealed class PurgeOnTime(EvidenceWriter evidence, TimeProvider clock)
{
    // One transaction keeps no one waiting for long.
    private const int MostAtOnce = 500;

    /// <returns>How many entries were emptied.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var all = 0;
        int some;
        do
        {
            some = await PurgeSomeAsync(cancellationToken);
            all += some;
        } while (some > 0);

        return all;
    }

    private Task<int> PurgeSomeAsync(CancellationToken cancellationToken) =>
        evidence.WriteAsync(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var visitedBefore = now.AddDays(-VisitorReminder.KeptDays);
                var sections = await PurgeReadingsAsync(db, log, now, cancellationToken);
                var visitors = await db
                    .VisitorReminders.Where(row => row.At < visitedBefore)
                    .OrderBy(row => row.EvidenceNumber)
                    .Select(row => row.EvidenceNumber)
                    .Take(MostAtOnce)
                    .ToListAsync(cancellationToken);
                var leftBefore = PersonChange.KeptFrom(LondonTime.DateIn(now));
                var changes = await db
                    .PersonChanges.Where(row => db.People.Any(person => person.Id == row.StaffId && person.EndsOn < leftBefore))
                    .OrderBy(row => row.EvidenceNumber)
                    .Select(row => row.EvidenceNumber)
                    .Take(MostAtOnce)
                    .ToListAsync(cancellationToken);

                await EmptyAsync(
                    db,
                    log,
                    visitors,
                    now,
                    EvidenceKind.Of<VisitorReminder>(),
                    $"Visitors are kept for {VisitorReminder.KeptDays} days.",
                    cancellationToken
                );
                await EmptyAsync(
                    db,
                    log,
                    changes,
                    now,
                    EvidenceKind.Of<PersonChange>(),
                    $"What was entered about people is kept for {PersonChange.KeptYears} years after they leave, and to the end of that school year.",
                    cancellationToken
                );
                await db.PersonChanges.Where(row => changes.Contains(row.EvidenceNumber)).ExecuteDeleteAsync(cancellationToken);
                await db.VisitorReminders.Where(row => visitors.Contains(row.EvidenceNumber)).ExecuteDeleteAsync(cancellationToken);
                var sentBefore = now.AddDays(-OutboxMail.TextKeptDays);
                await db
                    .OutboxMails.Where(mail => mail.EndedAt < sentBefore && mail.Text != "")
                    .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Text, "").SetProperty(mail => mail.Html, ""), cancellationToken);
                return sections + visitors.Count + changes.Count;
            },
            cancellationToken
        );

    /// <summary>
    /// Empties confirmations and deletes notes of reading; what a person confirmed stays, and for whom is said again (<see cref="PurgeFacts"/>).
    /// </summary>
    private static async Task<int> PurgeReadingsAsync(InductionDb db, EvidenceLog log, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = 0;
        foreach (var (rule, readers) in await EndedReadings.Async(db, now, cancellationToken))
        {
            var sections = await EndedReadings
                .Confirmations(db, readers)
                .OrderBy(row => row.EvidenceNumber)
                .Select(row => new { row.EvidenceNumber, row.StaffId })
                .Take(MostAtOnce - all)
                .ToListAsync(cancellationToken);
            await EmptyAsync(db, [.. sections.Select(section => section.EvidenceNumber)], cancellationToken);
            foreach (var section in sections)
            {
                Append(log, now, PurgeFacts.Of(section.EvidenceNumber, EvidenceKind.SectionConfirmed, rule, section.StaffId.Value));
            }

            await db.PartReadings.Where(EndedReadings.IsOf(readers)).ExecuteDeleteAsync(cancellationToken);
            all += sections.Count;
        }

        return all;
    }

    private static async Task EmptyAsync(
        InductionDb db,
        EvidenceLog log,
        List<long> numbers,
        DateTimeOffset now,
        EvidenceKind kind,
        string rule,
        CancellationToken cancellationToken
    )
    {
        await EmptyAsync(db, numbers, cancellationToken);
        foreach (var number in numbers)
        {
            Append(log, now, PurgeFacts.Of(number, kind, rule));
        }
    }

    private static async Task EmptyAsync(InductionDb db, List<long> numbers, CancellationToken cancellationToken) =>
        await db
            .Evidence.Where(entry => numbers.Contains(entry.Number))
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Payload, (string?)null), cancellationToken);

    private static void Append(EvidenceLog log, DateTimeOffset now, PurgeFacts facts) =>
        log.Append(EvidenceKind.PayloadPurged, now, facts.Entry.ToString(CultureInfo.InvariantCulture), facts.ToJson());
}
