namespace StocksGreen.Induction.Domain.Policies.Drafting;

/// <summary>A picture that is kept with a draft.</summary>
/// <param name="Sha256">SHA-256 of its bytes in lower-case hex.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record PictureInfo(string Sha256, string MediaType, int Width, int Height);
