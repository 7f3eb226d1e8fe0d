using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Evidence.Kinds;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Features.Evidence;

/// <summary>The rows of one table by the entry of evidence that each claims.</summary>
internal sealed class ClaimedRows<T>(InductionDb db, EvidenceRows kind, IReadOnlyDictionary<long, PurgeFacts> purges) : IClaimedRows
    where T : class, ISealedRow
{
    private readonly CanonicalRowCheck<T> written = new(db);
    private readonly Dictionary<long, List<T>> rows = [];
    private readonly HashSet<long> unreadable = [];
    private bool hasUnnumbered;

    public ChainVerdict.Broken? FirstUnsealed =>
        hasUnnumbered ? new ChainVerdict.Broken(0, $"A stored {kind.Noun} claims no entry that there can be.")
        : rows.Keys.Concat(unreadable).ToList() is [_, ..] numbers
            ? new ChainVerdict.Broken(numbers.Min(), $"A stored {kind.Noun} claims it, and it recorded none.")
        : null;

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var row in await db.Set<T>().AsNoTracking().ToListAsync(cancellationToken))
            {
                Add(row);
            }
        }
        catch (Exception fault) when (VerifyEvidence.IsUnreadable(fault))
        {
            // One by one, to find out which.
            rows.Clear();
            foreach (var number in await db.Provider.ClaimedEntriesAsync(db, kind.Table, cancellationToken))
            {
                if (number is { } known)
                {
                    await ReadOneAsync(known, cancellationToken);
                }
                else
                {
                    hasUnnumbered = true;
                }
            }
        }
    }

    /// <inheritdoc/>
    public string? Take(EvidenceEntry entry)
    {
        if (unreadable.Remove(entry.Number))
        {
            return $"The {kind.Noun} that it recorded cannot be read.";
        }

        return (rows.Remove(entry.Number, out var found) ? found : []) switch
        {
            [] when kind.GoesWithItsFacts && entry.Payload is null => null,
            [] => $"The {kind.Noun} that it recorded is gone.",
            [var row] => row.IsSealedBy(entry, purges.GetValueOrDefault(entry.Number)) && written.Stands(row)
                ? null
                : $"The stored {kind.Noun} is not the one that was recorded.",
            _ => $"It recorded one {kind.Noun}, and more than one claims it.",
        };
    }

    private async Task ReadOneAsync(long number, CancellationToken cancellationToken)
    {
        try
        {
            foreach (
                var row in await db.Set<T>()
                    .AsNoTracking()
                    .Where(row => EF.Property<long>(row, nameof(ISealedRow.EvidenceNumber)) == number)
                    .ToListAsync(cancellationToken)
            )
            {
                Add(row);
            }
        }
        catch (Exception fault) when (VerifyEvidence.IsUnreadable(fault))
        {
            unreadable.Add(number);
        }
    }

    private void Add(T row)
    {
        if (!rows.TryGetValue(row.EvidenceNumber, out var list))
        {
            rows[row.EvidenceNumber] = list = [];
        }

        list.Add(row);
    }
}
