using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>What a paper says of the evidence that it rests on, and from which key all trust in it comes.</summary>
/// <param name="FirstKey">SHA-256 of the certificate of the school's first key; null where none is named.</param>
/// <param name="Sentences">That a key was lost, or that the clock was set back; empty where all is as it should be.</param>
public sealed record EvidenceWarnings(string? FirstKey, IReadOnlyList<string> Sentences)
{
    /// <summary>Of one signature: that its time is earlier than that of an entry before it is for those who ask whether it was in time.</summary>
    public static async Task<EvidenceWarnings> OfEntryAsync(InductionDb db, EvidenceEntry entry, CancellationToken cancellationToken)
    {
        var (named, back, broken) = await ReadAsync(db, entry.Number, cancellationToken);
        var later = back.Where(clock => clock.Was > entry.At).OrderByDescending(clock => clock.Was).FirstOrDefault();
        return new(
            named.First?.Fingerprint,
            later is null
                ? [.. broken, .. named.Warnings]
                :
                [
                    .. broken,
                    FormattableString.Invariant($"The server’s clock was set back before this signature: evidence entry {later.Entry}, written before it, ")
                        + $"bears the time {LondonTime.ToWords(later.Was)}, which is {ClockFacts.InWords(later.Was - entry.At)} later.",
                    .. named.Warnings,
                ]
        );
    }

    /// <summary>Of the evidence up to an entry.</summary>
    public static async Task<EvidenceWarnings> UpToAsync(InductionDb db, long last, CancellationToken cancellationToken)
    {
        var (named, back, broken) = await ReadAsync(db, last, cancellationToken);
        return new(
            named.First?.Fingerprint,
            [
                .. broken,
                .. back.Select(clock =>
                    $"The server’s clock was set back by {ClockFacts.InWords(clock.Was - clock.Is)} "
                    + FormattableString.Invariant($"after evidence entry {clock.Entry}, ")
                    + $"from {LondonTime.ToWords(clock.Was)} to {LondonTime.ToWords(clock.Is)}."
                ),
                .. named.Warnings,
            ]
        );
    }

    private static async Task<(NamedKeys Named, IReadOnlyList<ClockFacts> Back, IReadOnlyList<string> Broken)> ReadAsync(
        InductionDb db,
        long last,
        CancellationToken cancellationToken
    )
    {
        var chain = await db.ReadChainAsync(cancellationToken);
        return (
            await NamedKeys.ReadAsync(db, cancellationToken),
            [.. chain.Clocks.Where(clock => clock.Number <= last).Select(clock => clock.Facts)],
            chain.Fault is var (first, _)
                ?
                [
                    FormattableString.Invariant(
                        $"The chain of evidence is broken at entry {first}, so this paper may not say what was recorded: ask the school."
                    ),
                ]
                : []
        );
    }
}
