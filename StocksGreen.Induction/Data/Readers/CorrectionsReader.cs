using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>What became of signatures, by the entries that sealed it: a row that was deleted, changed or added changes nothing here.</summary>
public static class CorrectionsReader
{
    /// <summary>Those of one signature that can be read, oldest first, and whether one that cannot be read may be of it too.</summary>
    /// <param name="signature">Number of its entry.</param>
    public static (IReadOnlyList<Correction> Known, bool IsWhole) CorrectionsOf(this ReadChain chain, AttestationId id, long signature) =>
        (
            [.. chain.CorrectionsInOrder().Where(correction => correction.AttestationId == id)],
            !chain.Corrections.Exists(each => each.Correction is null && each.Number > signature)
        );

    /// <summary>All that can be read, oldest first.</summary>
    public static IEnumerable<Correction> CorrectionsInOrder(this ReadChain chain) => chain.Corrections.Select(each => each.Correction).OfType<Correction>();
}
