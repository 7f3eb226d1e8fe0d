namespace StocksGreen.Induction.Domain.Policies.Files;

/// <summary>The original of a draft, or a picture that its text shows. It goes with the draft.</summary>
/// <param name="Sha256">SHA-256 of <paramref name="Content"/>, 64 lower-case hexadecimal digits.</param>
public sealed record DraftFile(Guid DraftId, string Sha256, byte[] Content);
