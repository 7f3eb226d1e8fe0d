using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Features.Reports.Signing;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>The signed copy as it leaves the school: the certificate, the text with its pictures, and the seal.</summary>
public sealed class SignedCopyQuery(CertificateQuery certificates, SignPdf seal, IDbContextFactory<InductionDb> factory)
{
    /// <returns>Null when there is no such attestation, its facts were deleted, or the actor may not see it: the three look alike.</returns>
    public async Task<(Certificate Certificate, byte[] File, StaffId Signer)?> ExecuteAsync(Actor actor, AttestationId id, CancellationToken cancellationToken)
    {
        if (await certificates.ExecuteAsync(actor, id, cancellationToken) is not var (certificate, text))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var pictures = await db.ReadPicturesAsync(text, cancellationToken);
        var file = await seal.ExecuteAsync(
            isStamped => SignedCopyDocument.Create(isStamped ? certificate.WithTimeStamp() : certificate, text, certificate.SignedAt, pictures.Find),
            certificate.School,
            cancellationToken
        );
        return (certificate, file, await db.Attestations.Where(row => row.Id == id).Select(row => row.StaffId).SingleAsync(cancellationToken));
    }
}
