using System.Globalization;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>
/// How long the chain is and what its last hash is, as text for people who keep it elsewhere: someone who cuts or writes the chain again later cannot change
/// what they hold. The form is that of a checkpoint of C2SP (c2sp.org/tlog-checkpoint): origin, size, root, further lines.
/// </summary>
/// <remarks>
/// The evidence is a chain of hashes and no Merkle tree, so its root is the hash of its last entry. The origin and the fourth line say so.
/// </remarks>
/// <param name="Origin">Names the chain: it ends in the first digits of the fingerprint of its first key.</param>
/// <param name="Size">Number of the last entry.</param>
/// <param name="HeadHash">Hash of the last entry, 64 hexadecimal digits.</param>
/// <param name="At">When it was written, UTC, whole milliseconds.</param>
public sealed record Checkpoint(string Origin, long Size, string HeadHash, DateTimeOffset At)
{
    /// <summary>What every origin begins with.</summary>
    public const string Log = "stocksgreen.induction/evidence-hash-chain/";

    private const string Root = "The root is the SHA-256 of the last entry of a hash chain, not of a Merkle tree.";
    private const string Written = "Written at ";
    private const int DigitsOfKey = 16;

    /// <param name="firstKey">Fingerprint of the first key that the evidence names.</param>
    /// <param name="head">The last entry.</param>
    public static Checkpoint Of(string firstKey, EvidenceEntry head, DateTimeOffset now) =>
        new(OriginOf(firstKey), head.Number, head.Hash, EvidenceHash.ToWholeMilliseconds(now));

    public static string OriginOf(string firstKey) => Log + firstKey[..DigitsOfKey];

    /// <summary>The lines that are signed, each ended by LF.</summary>
    public string ToText() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Origin}\n{Size}\n{Convert.ToBase64String(Convert.FromHexString(HeadHash))}\n{Root}\n{Written}{EvidenceHash.ToCanonical(At)}\n"
        );

    /// <returns>Null for any text that <see cref="ToText"/> does not write.</returns>
    public static Checkpoint? Parse(string text)
    {
        var hash = new byte[32];
        return
            text.Split('\n') is [var origin, var size, var root, Root, var written, ""]
            && origin.StartsWith(Log, StringComparison.Ordinal)
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var entries)
            && Convert.TryFromBase64String(root, hash, out var length)
            && length == hash.Length
            && written.StartsWith(Written, StringComparison.Ordinal)
            && DateTimeOffset.TryParse(written[Written.Length..], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && new Checkpoint(origin, entries, Convert.ToHexStringLower(hash), at) is var checkpoint
            && checkpoint.ToText() == text
            ? checkpoint
            : null;
    }
}
