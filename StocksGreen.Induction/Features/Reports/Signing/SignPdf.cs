using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Features.Reports.Signing;

/// <summary>Seals a paper with the school's key at the moment it is given out.</summary>
public sealed class SignPdf(SigningKeyStore keys, StampServices services, TimeStampAuthority authority, TimeProvider clock)
{
    /// <param name="pdf">A paper that leaves room for a seal.</param>
    /// <param name="school">Whose seal it is.</param>
    /// <returns>The sealed paper; the same bytes, unsealed, while the school has no key.</returns>
    public Task<byte[]> ExecuteAsync(byte[] pdf, string school, CancellationToken cancellationToken) =>
        SealAsync(pdf, school, authority.IsAsked ? (seal, cancelled) => authority.StampAsync(seal, services.KeepAsync, cancelled) : null, cancellationToken);

    /// <summary>Seals a paper that says whether an outside service stamped its seal: where none did, it is made again.</summary>
    /// <param name="make">Makes the paper; told whether it is to say so.</param>
    /// <inheritdoc cref="ExecuteAsync(byte[], string, CancellationToken)"/>
    public async Task<byte[]> ExecuteAsync(Func<bool, byte[]> make, string school, CancellationToken cancellationToken)
    {
        if (authority.IsAsked)
        {
            var stamped = await ExecuteAsync(make(true), school, cancellationToken);
            if (PdfVerifier.Verify(stamped) is PdfVerdict.Intact { StampedAt: not null })
            {
                return stamped;
            }
        }

        return await SealAsync(make(false), school, stamp: null, cancellationToken);
    }

    private async Task<byte[]> SealAsync(
        byte[] pdf,
        string school,
        Func<System.Security.Cryptography.Pkcs.SignerInfo, CancellationToken, Task<byte[]?>>? stamp,
        CancellationToken cancellationToken
    ) =>
        keys.Current() is { } key
            ? await PdfSigner.SignAsync(
                pdf,
                new PdfSignatureRequest(key.Certificate, key.Issuers, clock.GetUtcNow(), school, "Given out by the school from its records")
                {
                    TimeStamp = stamp,
                },
                cancellationToken
            )
            : pdf;
}
