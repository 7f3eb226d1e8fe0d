namespace StocksGreen.Induction.Domain.Signing;

/// <summary>The picture of a signature on paper. Its hash is sealed with the signature.</summary>
/// <param name="MediaType">"application/pdf", "image/jpeg" or "image/png".</param>
public sealed record PaperScan(AttestationId AttestationId, string FileName, string MediaType, byte[] Content);
