using System.Globalization;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>How an entry becomes the bytes that are hashed. Anyone can repeat it with <c>sha256sum</c>.</summary>
public static class EvidenceHash
{
    /// <summary>First line of every canonical text; a new form of it would get a new number.</summary>
    public const string Form = "stocksgreen-evidence/1";

    /// <summary>What the first entry names as the hash before it.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Seven lines joined by LF: form, number, kind, time, subject, payload hash, previous hash.</summary>
    public static string CanonicalText(EvidenceEntry entry) =>
        CanonicalText(entry.Number, entry.Kind, entry.At, entry.Subject, entry.PayloadHash, entry.PreviousHash);

    /// <inheritdoc cref="CanonicalText(EvidenceEntry)"/>
    public static string CanonicalText(long number, EvidenceKind kind, DateTimeOffset at, string subject, string payloadHash, string previousHash) =>
        string.Join('\n', Form, number.ToString(CultureInfo.InvariantCulture), kind.ToString(), ToCanonical(at), subject, payloadHash, previousHash);

    public static string OfEntry(EvidenceEntry entry) => OfText(CanonicalText(entry));

    /// <param name="canonical">As <see cref="CanonicalText(EvidenceEntry)"/> gives it.</param>
    public static string OfText(string canonical) => Sha256Hex.Compute(canonical);

    public static string OfPayload(string payload) => Sha256Hex.Compute(payload);

    /// <summary>"2026-09-14T15:05:09.123Z".</summary>
    public static string ToCanonical(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset ToWholeMilliseconds(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
