using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Policies.Files;

/// <summary>Bytes that published versions need: an original, or a picture of the text. Several versions may need the same; they never change.</summary>
/// <param name="Sha256">SHA-256 of <paramref name="Content"/>, 64 lower-case hexadecimal digits.</param>
public sealed record PolicyFile(string Sha256, byte[] Content)
{
    /// <summary>True where the bytes have the hash under which they are kept.</summary>
    public bool IsWhole => string.Equals(Sha256Hex.Compute(Content), Sha256, StringComparison.Ordinal);
}
