namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>The bytes of a picture that policies show.</summary>
/// <param name="Sha256">SHA-256 of <paramref name="Bytes"/>, 64 lower-case hexadecimal digits.</param>
public sealed record PictureFile(string Sha256, string MediaType, byte[] Bytes);
