namespace StocksGreen.Induction.Domain.Policies.Drafting;

/// <summary>What someone says that a picture shows.</summary>
/// <param name="Sha256">The picture, by the SHA-256 of its bytes in lower-case hex.</param>
/// <param name="Alt">In words; empty for a picture that is decorative.</param>
public sealed record PictureDescription(string Sha256, string Alt);
