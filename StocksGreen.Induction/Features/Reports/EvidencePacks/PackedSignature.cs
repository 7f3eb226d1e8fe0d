using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>One signature of a pack.</summary>
/// <param name="SignedAt">UTC.</param>
/// <param name="EvidenceHash">64 hexadecimal digits.</param>
/// <param name="IsWithdrawn">True where the school took it back by the day of the pack.</param>
/// <param name="IsDeleted">True where its facts were deleted in time, so that there is no copy.</param>
/// <param name="File">Where its signed copy lies in the pack.</param>
public sealed record PackedSignature(
    AttestationId Id,
    string PersonName,
    string JobTitle,
    VersionId Version,
    string PolicyTitle,
    int Number,
    DateTimeOffset SignedAt,
    bool IsOnPaper,
    long EvidenceNumber,
    string EvidenceHash,
    bool IsWithdrawn,
    bool IsDeleted,
    string File
);
