namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>One link of the evidence chain. It is written once and never changed.</summary>
public sealed class EvidenceEntry
{
    private EvidenceEntry() { }

    private EvidenceEntry(long number, EvidenceKind kind, DateTimeOffset at, string subject, string payload, string previousHash)
    {
        Number = number;
        Kind = kind;
        At = at;
        Subject = subject;
        Payload = payload;
        PayloadHash = EvidenceHash.OfPayload(payload);
        PreviousHash = previousHash;
        Hash = EvidenceHash.OfEntry(this);
    }

    /// <summary>1 for the first entry, then without gaps.</summary>
    public long Number { get; private set; }

    public EvidenceKind Kind { get; private set; }

    /// <summary>UTC, from the server's clock, whole milliseconds.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What the entry is about: the id of an attestation, a version, a person or another entry.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>
    /// The facts, as JSON exactly as sealed; null once retention has emptied it (then a later <see cref="EvidenceKind.PayloadPurged"/> entry says so).
    /// </summary>
    public string? Payload { get; private set; }

    /// <summary>SHA-256 of the payload; it stays when the payload goes.</summary>
    public string PayloadHash { get; private set; } = "";

    /// <summary>Hash of the entry before; <see cref="EvidenceHash.Genesis"/> for the first.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>SHA-256 over <see cref="EvidenceHash.CanonicalText"/>.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Which of the school's keys signed it, 16 hexadecimal digits; null where no key was asked for yet.</summary>
    public string? SignedWith { get; private set; }

    /// <summary>
    /// That key's signature over <see cref="EvidenceHash.CanonicalText"/>, SHA-256, in Base64: ECDSA as DER, RSA by PKCS #1. Null with <see
    /// cref="SignedWith"/>.
    /// </summary>
    public string? Signature { get; private set; }

    /// <summary>The entry that follows <paramref name="previous"/>.</summary>
    /// <param name="previous">The last entry so far; null when there is none.</param>
    /// <param name="at">UTC; cut to whole milliseconds.</param>
    public static EvidenceEntry Append(EvidenceEntry? previous, EvidenceKind kind, DateTimeOffset at, string subject, string payload) =>
        new((previous?.Number ?? 0) + 1, kind, EvidenceHash.ToWholeMilliseconds(at), subject, payload, previous?.Hash ?? EvidenceHash.Genesis);

    /// <summary>Adds what a key of the school says of this entry; once, before it is stored.</summary>
    public void Sign(string key, byte[] signature) => (SignedWith, Signature) = (key, Convert.ToBase64String(signature));
}
