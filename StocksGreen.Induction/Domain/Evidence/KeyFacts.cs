using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>
/// A key of the school as the evidence names it. The certificate is in the entry, so that anyone who has the chain can check every signature in it.
/// </summary>
/// <param name="Fingerprint">SHA-256 of the certificate, 64 hexadecimal digits in small letters.</param>
/// <param name="Certificate">X.509 in DER, as Base64.</param>
public sealed record KeyFacts(string Fingerprint, string Certificate)
{
    public static KeyFacts Of(X509Certificate2 certificate) => new(FingerprintOf(certificate), Convert.ToBase64String(certificate.RawData));

    /// <summary>SHA-256 of a certificate, as papers print it.</summary>
    public static string FingerprintOf(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant();

    /// <returns>The certificate; null where it is none, or not the one of the fingerprint.</returns>
    public X509Certificate2? Open()
    {
        try
        {
            var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(Certificate));
            return string.Equals(FingerprintOf(certificate), Fingerprint, StringComparison.Ordinal) ? certificate : null;
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
