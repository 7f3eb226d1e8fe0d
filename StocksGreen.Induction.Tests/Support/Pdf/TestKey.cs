using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Support.Pdf;

/// <summary>Keys that seal in tests.</summary>
internal static class TestKey
{
    /// <summary>Certificates are judged by the machine's own clock, by poppler at least.</summary>
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    public static PdfSignatureRequest Sealing(X509Certificate2 certificate) =>
        new(certificate, [], DateTimeOffset.UnixEpoch.AddYears(56), TestSchool.Name, "Given out by the school");

    public static X509Certificate2 Curve(string name = "Test school", DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(from ?? Now.AddDays(-1), until ?? Now.AddYears(1));
    }

    public static X509Certificate2 Rsa(int bits)
    {
        using var key = RSA.Create(bits);
        return new CertificateRequest("CN=Bought certificate", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            Now.AddDays(-1),
            Now.AddYears(1)
        );
    }
}
