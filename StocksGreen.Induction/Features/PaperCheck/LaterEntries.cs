using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Features.PaperCheck;

/// <summary>
/// What was written into the evidence after an entry. The last entry is signed and each names the hash of the one before, so that none between can have been
/// changed or taken out: what they do not say was not said.
/// </summary>
/// <param name="Purges">Entries that retention emptied.</param>
/// <param name="Kinds">The later entries of kinds that bear on a signature, by number.</param>
internal sealed record LaterEntries(IReadOnlySet<string> Purges, IReadOnlyDictionary<long, EvidenceKind> Kinds)
{
    /// <summary>Numbers of those of one kind.</summary>
    internal IReadOnlyCollection<long> Of(EvidenceKind kind) => [.. Kinds.Where(entry => entry.Value == kind).Select(entry => entry.Key)];

    /// <returns>Null where they do not follow from the entry, or the last is not the school's.</returns>
    internal static async Task<LaterEntries?> ReadAsync(
        InductionDb db,
        EvidenceEntry entry,
        NamedKeys keys,
        IReadOnlySet<EvidenceKind> kinds,
        CancellationToken cancellationToken
    )
    {
        var (previous, number) = (entry.Hash, entry.Number);
        var (purges, found) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<long, EvidenceKind>());
        // Payloads are long and are not looked at: their hashes stand in the line.
        var later = db
            .Evidence.AsNoTracking()
            .Where(row => row.Number > entry.Number)
            .OrderBy(row => row.Number)
            .Select(row => new
            {
                row.Number,
                row.Kind,
                row.At,
                row.Subject,
                row.PayloadHash,
                row.PreviousHash,
                row.Hash,
            });
        await foreach (var row in later.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var text = EvidenceHash.CanonicalText(row.Number, row.Kind, row.At, row.Subject, row.PayloadHash, row.PreviousHash);
            if (row.Number != number + 1 || row.PreviousHash != previous || row.Hash != EvidenceHash.OfText(text))
            {
                return null;
            }

            (previous, number) = (row.Hash, row.Number);
            if (row.Kind == EvidenceKind.PayloadPurged)
            {
                purges.Add(row.Subject);
            }
            else if (kinds.Contains(row.Kind))
            {
                found.Add(row.Number, row.Kind);
            }
        }

        var last = number == entry.Number ? entry : await db.Evidence.AsNoTracking().SingleAsync(row => row.Number == number, cancellationToken);
        return keys.Fault(last) is null ? new LaterEntries(purges, found) : null;
    }
}
