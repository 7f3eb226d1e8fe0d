using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Certificates;

/// <summary>The certificate of one signature, as a file of its own.</summary>
public static class CertificateDocument
{
    /// <summary>Makes the file.</summary>
    /// <param name="certificate">The stored record.</param>
    /// <param name="producedAt">Stands in the file's metadata only; the same record and time give the same bytes.</param>
    /// <returns>PDF/UA-1 and PDF/A-3a with what was sealed inside it, A4 upright.</returns>
    public static byte[] Create(Certificate certificate, DateTimeOffset producedAt)
    {
        var metadata = new PdfMetadata(
            $"Certificate: {certificate.PersonName} signed the {certificate.PolicyTitle}",
            certificate.School,
            $"{certificate.PolicyTitle}, version {certificate.VersionLabel}",
            producedAt
        )
        {
            Identifier = certificate.CheckCode.ToString(),
            HasSignatureField = true,
            Attachment = certificate.Sealed?.Attach(),
        };
        var document = new FlowDocument(metadata, PageSetup.Portrait with { Top = 48 })
        {
            Header = $"{certificate.School} · certificate of {certificate.PersonName}",
            Footer = CertificateFront.Footer(certificate),
        };
        document.AddRange(CertificateFront.Compose(certificate));
        return document.ToPdf();
    }
}
