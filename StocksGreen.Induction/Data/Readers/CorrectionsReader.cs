using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>Reads what became of signatures from the entries that sealed it: a row that was deleted or changed changes nothing here.</summary>
public static class CorrectionsReader
{
    /// <summary>Every correction of a signature, oldest first.</summary>
    /// <returns>
    /// Null in the place of one whose entry does not say what was sealed: of which signature it was cannot be told, so it may be of any before it.
    /// </returns>
    public static Task<IReadOnlyList<(long Number, Correction? Correction)>> ReadCorrectionsAsync(this InductionDb db, CancellationToken cancellationToken)
    {
        var kind = EvidenceKind.Of<Correction>();
        return ReadAsync(db.Evidence.Where(entry => entry.Kind == kind), cancellationToken);
    }

    /// <summary>The same of entries that are known by their numbers: anyone who can write the file can hide them from a question for their kind.</summary>
    /// <inheritdoc cref="ReadCorrectionsAsync(InductionDb, CancellationToken)"/>
    public static Task<IReadOnlyList<(long Number, Correction? Correction)>> ReadCorrectionsAsync(
        this InductionDb db,
        IReadOnlyCollection<long> numbers,
        CancellationToken cancellationToken
    ) => ReadAsync(db.Evidence.Where(entry => numbers.Contains(entry.Number)), cancellationToken);

    /// <summary>Those of one signature that can be read, oldest first, and whether one that cannot be read may be of it too.</summary>
    /// <param name="signature">Number of its entry.</param>
    public static (IReadOnlyList<Correction> Known, bool IsWhole) Of(
        this IReadOnlyList<(long Number, Correction? Correction)> all,
        Domain.Ids.AttestationId id,
        long signature
    ) =>
        (
            [.. all.Select(each => each.Correction).OfType<Correction>().Where(correction => correction.AttestationId == id)],
            !all.Any(each => each.Correction is null && each.Number > signature)
        );

    private static async Task<IReadOnlyList<(long Number, Correction? Correction)>> ReadAsync(
        IQueryable<EvidenceEntry> corrections,
        CancellationToken cancellationToken
    ) => [.. (await corrections.AsNoTracking().OrderBy(entry => entry.Number).ToListAsync(cancellationToken)).Select(entry => (entry.Number, Read(entry)))];

    private static Correction? Read(EvidenceEntry entry)
    {
        if (entry.Payload is not { } payload || entry.PayloadHash != EvidenceHash.OfPayload(payload) || entry.Hash != EvidenceHash.OfEntry(entry))
        {
            return null;
        }

        try
        {
            return SealedJson.Parse<Correction>(payload) with { EvidenceNumber = entry.Number };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
