using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>
/// The keys that the evidence itself names. Entry 1 names the first; each later one is named by an entry that an earlier key signed, or that says that the
/// earlier key was lost. A certificate that no entry names is nobody's, wherever it lies.
/// </summary>
/// <remarks>It learns: entries are shown to it in their order, so that each is asked for a key that was the school's by then.</remarks>
public sealed class NamedKeys
{
    private const string NamingNone = "It names no key of the school.";
    private readonly Dictionary<string, (NamedKey Key, Func<byte[], byte[], bool> Holds)> known = new(StringComparer.Ordinal);
    private readonly List<NamedKey> all = [];

    /// <summary>Each once, in the order in which they were named.</summary>
    public IReadOnlyList<NamedKey> All => all;

    /// <summary>The first key, from which all trust comes; null where entry 1 names none, or does not hold.</summary>
    public NamedKey? First => all.Count == 0 ? null : all[0];

    /// <summary>The one that was named last, which should be in use; null with <see cref="First"/>.</summary>
    public NamedKey? Last { get; private set; }

    /// <summary>What to know of keys that no earlier one vouches for; empty where there is none.</summary>
    public IReadOnlyList<string> Warnings => [.. all.Where(key => !key.IsVouchedFor).Select(key => key.Warning)];

    /// <summary>Whether a certificate is one of them.</summary>
    public bool Has(X509Certificate2 certificate) => all.Exists(key => key.Certificate.RawData.AsSpan().SequenceEqual(certificate.RawData));

    /// <summary>
    /// Whether a key may be in use: it is the last, or one before a key that is vouched for and about to be taken into use. Someone who wrote a chain with a
    /// key of their own has not the one that is in use here.
    /// </summary>
    public bool Fits(SigningKey inUse) =>
        Last is { } last && Has(inUse.Certificate) && (last.IsVouchedFor || last.Fingerprint == KeyFacts.FingerprintOf(inUse.Certificate));

    /// <summary>The keys that entries before one name. Entries that do not hold name none.</summary>
    public static async Task<NamedKeys> ReadAsync(InductionDb db, CancellationToken cancellationToken, long before = long.MaxValue)
    {
        var keys = new NamedKeys();
        var naming = db.Evidence.AsNoTracking().Where(entry => entry.Number < before && (entry.Number == 1 || entry.Kind == EvidenceKind.KeyTakenIntoUse));
        foreach (var entry in await naming.OrderBy(entry => entry.Number).ToListAsync(cancellationToken))
        {
            if (entry.Hash == EvidenceHash.OfEntry(entry) && entry.PayloadHash == (entry.Payload is { } payload ? EvidenceHash.OfPayload(payload) : null))
            {
                keys.Fault(entry);
            }
        }

        return keys;
    }

    /// <summary>Whether a key that earlier entries name signed an entry.</summary>
    public static async Task<bool> SignedAsync(InductionDb db, EvidenceEntry entry, CancellationToken cancellationToken) =>
        (await ReadAsync(db, cancellationToken, before: entry.Number)).Fault(entry) is null;

    /// <summary>Asks an entry whose hash holds for a signature of a key that is the school's by then; learns of the key that it names.</summary>
    /// <returns>A sentence that says what is wrong; null when nothing is.</returns>
    public string? Fault(EvidenceEntry entry)
    {
        if (entry is not { SignedWith: { } id, Signature: { } signature })
        {
            return "It is not signed.";
        }

        var (named, vouchedBy, unnamed) = Naming(entry);
        if (unnamed is not null)
        {
            return unnamed;
        }

        // A key that no other vouches for signs the entry that names it.
        var (signer, verify) =
            known.TryGetValue(id, out var found) ? found
            : named is not null && vouchedBy is null && SigningKey.IdOf(named.Certificate) == id ? (named, SigningKey.Verifier(named.Certificate))
            : (null, null);
        if (signer is null || verify is null || (vouchedBy is not null && vouchedBy != signer.Fingerprint))
        {
            return $"It is signed with a key that is not the school’s ({id}).";
        }

        if (Decode(signature) is not { } bytes || !verify(EvidenceSigner.Bytes(entry), bytes))
        {
            return "Its signature does not hold: someone without the school’s key wrote it.";
        }

        if (named is not null)
        {
            if (known.TryAdd(SigningKey.IdOf(named.Certificate), (named, SigningKey.Verifier(named.Certificate))))
            {
                all.Add(named);
            }

            Last = known[SigningKey.IdOf(named.Certificate)].Key;
        }

        return null;
    }

    /// <returns>The key that an entry names and which key vouches for it, and what is wrong where it should name one and does not.</returns>
    private static (NamedKey? Named, string? VouchedBy, string? Fault) Naming(EvidenceEntry entry)
    {
        if (entry.Number != 1 && entry.Kind != EvidenceKind.KeyTakenIntoUse)
        {
            return default;
        }

        try
        {
            var (key, vouchedBy) =
                entry.Payload is not { } payload ? default
                : entry.Kind == EvidenceKind.SchoolSetUp ? (SetUpFacts.Parse(payload).Key, null)
                : KeyChangeFacts.Parse(payload) is var change && entry.Number > 1 ? (change.Key, change.VouchedBy)
                : default;
            return key?.Open() is { } certificate
                ? (new NamedKey(certificate, key.Fingerprint, entry.Number, entry.At, entry.Number == 1 || vouchedBy is not null), vouchedBy, null)
                : (null, null, NamingNone);
        }
        catch (JsonException)
        {
            return (null, null, NamingNone);
        }
    }

    /// <returns>Null for anything but Base64 in the one spelling that is ours; it has several for the same bytes.</returns>
    private static byte[]? Decode(string signature)
    {
        var bytes = new byte[signature.Length];
        return
            Convert.TryFromBase64String(signature, bytes, out var length)
            && string.Equals(Convert.ToBase64String(bytes.AsSpan(0, length)), signature, StringComparison.Ordinal)
            ? bytes[..length]
            : null;
    }
}
