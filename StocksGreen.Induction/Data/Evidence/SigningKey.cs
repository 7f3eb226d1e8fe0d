using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>The key with which the school seals its papers.</summary>
/// <param name="Certificate">With the private key.</param>
/// <param name="Issuers">Certificates that came with a bought one; empty for the school's own.</param>
public sealed record SigningKey(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Issuers)
{
    /// <summary>From this long before its end on, people are told.</summary>
    private static readonly TimeSpan Warning = TimeSpan.FromDays(60);

    public string Id => IdOf(Certificate);

    /// <summary>Made by this program: no one but the school vouches for it.</summary>
    public bool IsOwn => Issuers.Count == 0 && Certificate.SubjectName.RawData.AsSpan().SequenceEqual(Certificate.IssuerName.RawData);

    /// <summary>UTC.</summary>
    public DateTimeOffset EndsAt => new(Certificate.NotAfter.ToUniversalTime());

    /// <summary>What names a key in the evidence and in the files of the folder: the first 16 digits of its certificate's SHA-256.</summary>
    public static string IdOf(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256)[..16].ToLowerInvariant();

    /// <summary>What signs bytes with SHA-256: on an elliptic curve as DER, with RSA by PKCS #1.</summary>
    public Func<byte[], byte[]> Signer()
    {
        if (Certificate.GetECDsaPrivateKey() is { } curve)
        {
            return bytes => curve.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }

        var rsa = Certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("A key of another kind than those that can be taken into use.");
        return bytes => rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    /// <summary>What asks a signature of <see cref="Signer"/> whether it holds.</summary>
    public static Func<byte[], byte[], bool> Verifier(X509Certificate2 certificate)
    {
        if (certificate.GetECDsaPublicKey() is { } curve)
        {
            return (bytes, signature) => curve.VerifyData(bytes, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }

        return certificate.GetRSAPublicKey() is { } rsa
            ? (bytes, signature) => rsa.VerifyData(bytes, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : (_, _) => false;
    }

    public bool HasEnded(DateTimeOffset now) => now >= EndsAt;

    /// <returns>What is to be done and until when; null while there is time.</returns>
    public string? WarningAt(DateTimeOffset now) =>
        now < EndsAt - Warning
            ? null
            : $"The key with which papers are sealed {(HasEnded(now) ? "ended" : "ends")} on {LondonTime.ToWords(LondonTime.DateIn(EndsAt))}. "
                + $"{(IsOwn ? "Make a new one: seal new." : "Renew the certificate and take it into use: seal import FILE.pfx.")} Papers that are sealed "
                + "already can still be checked.";
}
