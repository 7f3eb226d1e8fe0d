namespace StocksGreen.Induction.Documents.Certificates;

/// <summary>One line of the reading ledger.</summary>
/// <param name="Heading">"4.1 Reputation".</param>
/// <param name="ShownAt">When the section was first shown.</param>
/// <param name="ConfirmedAt">When the person confirmed it.</param>
/// <param name="EndReachedAt">When its end first came into view.</param>
/// <param name="AreTimesDeleted">True where the times of showing were deleted, as the rules say, 30 days after the signature.</param>
/// <param name="TextHash">SHA-256 of the section's text, 64 hexadecimal digits.</param>
public sealed record CertifiedSection(
    string Heading,
    DateTimeOffset? ShownAt,
    DateTimeOffset? ConfirmedAt,
    string? TextHash = null,
    DateTimeOffset? EndReachedAt = null,
    bool AreTimesDeleted = false
);
