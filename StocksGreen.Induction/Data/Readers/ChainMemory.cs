using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>
/// What was read of a school's chain so far, so that no one who asks about one entry walks the whole chain: each time only what is new is read. What was read
/// once stays known, whatever is done to the file later; from time to time the chain is read again from its first entry.
/// </summary>
/// <remarks>
/// It asks each entry for its hash, and for its signature where it says that a record was corrected or that the clock was set back. Anyone who believes the
/// rest asks the last entry for its signature.
/// </remarks>
public sealed class ChainMemory(EntrySignature isSigned, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LifeOfFault = TimeSpan.FromMinutes(1);
    private readonly OneAtATime turn = new();
    private readonly List<UInt128> hashes = []; // Half of each, by which no one finds another entry; index 0 is entry 1.
    private volatile Known known = new(ReadChain.Empty, DateTimeOffset.MinValue);

    /// <summary>The whole chain. Inside a write it holds what is not stored yet, too.</summary>
    public async Task<ReadChain> ReadAsync(InductionDb db, CancellationToken cancellationToken) =>
        db.Database.CurrentTransaction is null
            ? await turn.RunAsync(() => BringUpToDateAsync(db, cancellationToken), cancellationToken)
            : await FollowAsync(db, known.Chain, kept: null, cancellationToken) ?? await ReadWholeAsync(db, kept: null, cancellationToken);

    /// <summary>Whether an entry is the one that stood in its place when the chain was read.</summary>
    public bool Has(EvidenceEntry entry)
    {
        lock (hashes)
        {
            return entry.Number >= 1 && entry.Number <= hashes.Count && hashes[(int)entry.Number - 1] == HalfOf(entry.Hash);
        }
    }

    private async Task<ReadChain> BringUpToDateAsync(InductionDb db, CancellationToken cancellationToken)
    {
        var (chain, since) = known;
        var age = clock.GetUtcNow() - since;
        var isFresh = age >= TimeSpan.Zero && age < (chain.Fault is null ? Life : LifeOfFault);
        if (isFresh && await FollowAsync(db, chain, hashes, cancellationToken) is { } followed)
        {
            known = new Known(followed, since);
            return followed;
        }

        var whole = await ReadWholeAsync(db, hashes, cancellationToken);
        known = new Known(whole, clock.GetUtcNow());
        return whole;
    }

    private async Task<ReadChain> ReadWholeAsync(InductionDb db, List<UInt128>? kept, CancellationToken cancellationToken)
    {
        if (kept is not null)
        {
            lock (kept)
            {
                kept.Clear();
            }
        }

        return await FollowAsync(db, ReadChain.Empty, kept, cancellationToken) ?? ReadChain.Empty;
    }

    /// <summary>Reads on from the end of what is known.</summary>
    /// <returns>Null where that end is not there any more.</returns>
    private async Task<ReadChain?> FollowAsync(InductionDb db, ReadChain chain, List<UInt128>? kept, CancellationToken cancellationToken)
    {
        var told = new List<long>();
        var isEndSeen = chain.Number == 0;
        for (var next = chain.Number; ; )
        {
            try
            {
                // Payloads are long and most are not looked at: their hashes stand in the line.
                var rows = db
                    .Evidence.AsNoTracking()
                    .Where(row => row.Number >= next)
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
                await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
                {
                    if (!isEndSeen)
                    {
                        if (row.Number != chain.Number || row.Hash != chain.Hash)
                        {
                            return null;
                        }

                        isEndSeen = true;
                        continue;
                    }

                    var text = EvidenceHash.CanonicalText(row.Number, row.Kind, row.At, row.Subject, row.PayloadHash, row.PreviousHash);
                    var follows = row.Number == chain.Number + 1 && row.PreviousHash == chain.Hash && row.Hash == EvidenceHash.OfText(text);
                    Keep(kept, row.Number, row.Hash);
                    chain = chain.With(row.Number, row.Hash, follows);
                    if (ReadChain.IsTold(row.Kind))
                    {
                        told.Add(row.Number);
                    }
                }

                break;
            }
            catch (Exception fault) when (IsUnreadable(fault))
            {
                // A column of the next entry holds what it cannot be: what comes after it is still read.
                var after = isEndSeen ? chain.Number : chain.Number - 1;
                var bad = await db.Evidence.Where(row => row.Number > after).MinAsync(row => row.Number, cancellationToken);
                if (!isEndSeen)
                {
                    return null;
                }

                chain = chain.With(bad, "", follows: false);
                next = bad + 1;
            }
        }

        return isEndSeen ? await WithToldAsync(db, chain, told, cancellationToken) : null;
    }

    private async Task<ReadChain> WithToldAsync(InductionDb db, ReadChain chain, List<long> told, CancellationToken cancellationToken)
    {
        const int AtOnce = 500;
        foreach (var numbers in told.Chunk(AtOnce))
        {
            var entries = db.Evidence.AsNoTracking().Where(entry => numbers.Contains(entry.Number)).OrderBy(entry => entry.Number);
            foreach (var entry in await entries.ToListAsync(cancellationToken))
            {
                chain =
                    ReadChain.IsAskedForItsSignature(entry.Kind) && !await isSigned(db, entry, cancellationToken) ? chain.WithForged(entry) : chain.With(entry);
            }
        }

        return chain;
    }

    private static void Keep(List<UInt128>? kept, long number, string hash)
    {
        if (kept is null)
        {
            return;
        }

        lock (kept)
        {
            // Numbers may be missing, and only what stands in its place is found again.
            if (number == kept.Count + 1)
            {
                kept.Add(HalfOf(hash));
            }
        }
    }

    private static UInt128 HalfOf(string hash) =>
        hash.Length >= 32 && UInt128.TryParse(hash.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var half) ? half : 0;

    private static bool IsUnreadable(Exception fault) =>
        fault is FormatException or InvalidOperationException or InvalidCastException or ArgumentException or OverflowException or JsonException;

    /// <param name="Since">When its first entry was read, UTC.</param>
    private sealed record Known(ReadChain Chain, DateTimeOffset Since);
}
