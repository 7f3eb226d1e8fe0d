using StocksGreen.Induction.Domain.Attestations;

namespace StocksGreen.Induction.Features.PaperCheck;

/// <summary>What anyone who holds a certificate may see of its record: less than the certificate shows, and nothing that it does not.</summary>
/// <param name="SignedAt">By the server's clock, any offset.</param>
/// <param name="IsOnPaper">Signed on a sheet of paper and entered later.</param>
/// <param name="TextHash">SHA-256 of the text that was signed.</param>
/// <param name="EvidenceHash">SHA-256 of the evidence entry.</param>
/// <param name="Corrections">Oldest first.</param>
/// <param name="Later">The latest version of the policy, where it is later than the one that was signed.</param>
/// <param name="Copy">The file that the signer was given first.</param>
public sealed record CheckedSignature(
    string School,
    string PersonName,
    string JobTitle,
    string PolicyTitle,
    int Version,
    DateOnly PublishedOn,
    DateTimeOffset SignedAt,
    bool IsOnPaper,
    string TextHash,
    long EvidenceNumber,
    string EvidenceHash,
    IReadOnlyList<CheckedCorrection> Corrections,
    CheckedVersion? Later,
    CopyGiven? Copy,
    bool IsDemonstration
)
{
    /// <summary>What to know of the school's keys, one sentence each; empty where each vouches for the next.</summary>
    public IReadOnlyList<string> KeyWarnings { get; init; } = [];

    /// <summary>The first day on which the policy was no longer in force; null where it is, or is not known to be.</summary>
    public DateOnly? PolicyWithdrawnFrom { get; init; }

    public bool IsWithdrawn => Corrections.Any(correction => correction.Does is CorrectionKind.Withdraws);
}
