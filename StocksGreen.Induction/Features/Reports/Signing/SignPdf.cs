using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Features.Reports.Signing;

/// <summary>Seals a paper with the school's key at the moment it is given out.</summary>
public sealed class SignPdf(SigningKeyStore keys, TimeStampAuthority authority, TimeProvider clock)
{
    /// <param name="pdf">A paper that leaves room for a seal.</param>
    /// <param name="school">Whose seal it is.</param>
    /// <returns>The sealed paper; the same bytes, unsealed, while the school has no key.</returns>
    public async Task<byte[]> ExecuteAsync(byte[] pdf, string school, CancellationToken cancellationToken)
    {
        if (keys.Current() is not { } key)
        {
            return pdf;
        }

        var sealing = new PdfSignatureRequest(key.Certificate, key.Issuers, clock.GetUtcNow(), school, "Given out by the school from its records")
        {
            TimeStamp = authority.IsAsked ? (seal, cancelled) => authority.StampAsync(seal, keys.KeepService, cancelled) : null,
        };
        return await PdfSigner.SignAsync(pdf, sealing, cancellationToken);
    }
}
