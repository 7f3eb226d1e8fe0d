using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Keeping;

/// <summary>
/// Deletes on time: detailed times of reading 30 days after the signature, visitors 90 days after their reminder. The facts in an entry are emptied and
/// an entry of its own says so; the chain still holds.
/// </summary>
public sealed class PurgeOnTime(EvidenceWriter evidence, TimeProvider clock)
{
    // One transaction keeps nobody waiting for long.
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
        }
        while (some > 0);

        return all;
    }

    private Task<int> PurgeSomeAsync(CancellationToken cancellationToken) =>
        evidence.WriteAsync(
            async (db, log) =>
            {
                var now = Seal.ToWholeMilliseconds(clock.GetUtcNow());
                var (signedBefore, visitedBefore) = (now.AddDays(-PartReading.KeptDays), now.AddDays(-VisitorReminder.KeptDays));
                var sections = await (from confirmation in db.Confirmations
                                      where db.Attestations.Any(signed => signed.StaffId == confirmation.StaffId && signed.VersionId == confirmation.VersionId && signed.SignedAt < signedBefore)
                                      join entry in db.Evidence on confirmation.EvidenceNumber equals entry.Number
                                      where entry.Payload != null
                                      orderby entry.Number
                                      select entry.Number).Take(MostAtOnce).ToListAsync(cancellationToken);
                var visitors = await db.VisitorReminders.Where(row => row.At < visitedBefore).OrderBy(row => row.EvidenceNumber).Select(row => row.EvidenceNumber).Take(MostAtOnce).ToListAsync(cancellationToken);

                await EmptyAsync(db, log, sections, now, EvidenceKind.SectionConfirmed, $"Detailed times of reading are kept for {PartReading.KeptDays} days after the signature.", cancellationToken);
                await EmptyAsync(db, log, visitors, now, EvidenceKind.VisitorReminded, $"Visitors are kept for {VisitorReminder.KeptDays} days.", cancellationToken);
                await db.VisitorReminders.Where(row => visitors.Contains(row.EvidenceNumber)).ExecuteDeleteAsync(cancellationToken);
                await db.PartReadings
                    .Where(reading => db.Attestations.Any(signed => signed.StaffId == reading.StaffId && signed.VersionId == reading.VersionId && signed.SignedAt < signedBefore))
                    .ExecuteDeleteAsync(cancellationToken);
                return sections.Count + visitors.Count;
            },
            cancellationToken);

    private static async Task EmptyAsync(InductionDb db, EvidenceLog log, List<long> numbers, DateTimeOffset now, EvidenceKind kind, string rule, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0)
        {
            return;
        }

        await db.Evidence.Where(entry => numbers.Contains(entry.Number)).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Payload, (string?)null), cancellationToken);
        foreach (var number in numbers)
        {
            log.Append(EvidenceKind.PayloadPurged, now, number.ToString(CultureInfo.InvariantCulture), JsonSerializer.Serialize(new { form = "purge/1", entry = number, kind = kind.ToString(), rule }));
        }
    }
}
