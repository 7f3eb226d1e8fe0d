using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>
/// Keeps the school's key outside the database, in a file of its own, encrypted and for this program's user alone. Which keys ever were the school's says the
/// evidence (<see cref="NamedKeys"/>); a certificate in the folder says nothing.
/// </summary>
public sealed class SigningKeyStore(DataFolder folder, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string DocumentSigning = "1.3.6.1.5.5.7.3.36"; // RFC 9336

    // Readers that know no newer use than this one say of a file "or corrupted data" where they mean that they do not know the issuer.
    private const string EmailProtection = "1.3.6.1.5.5.7.3.4";

    private const int LongestCommonName = 64; // X.520
    private static readonly TimeSpan OwnLife = TimeSpan.FromDays(5 * 365);
    private readonly IDataProtector protector = protection.CreateProtector("StocksGreen.Induction.Seal");
    private readonly Lock gate = new();
    private (DateTime WrittenAt, SigningKey? Key) known;

    private string KeyFile => folder.SigningKey;

    /// <summary>The key in use, also when a command has just replaced it.</summary>
    /// <returns>Null where there is none, or none that can be read.</returns>
    public SigningKey? Current()
    {
        lock (gate)
        {
            var writtenAt = File.GetLastWriteTimeUtc(KeyFile);
            if (known.WrittenAt != writtenAt || known.Key is null)
            {
                known = (writtenAt, Read());
            }

            return known.Key;
        }
    }

    /// <summary>What is wrong with the file of the key in use.</summary>
    /// <returns>A sentence; null where nothing is, or where this user may not look.</returns>
    public string? Fault()
    {
        if (Current() is not null)
        {
            return null;
        }

        try
        {
            using var file = File.OpenRead(KeyFile);
            return $"{KeyFile} is not the school’s key, or the keys that open it are not next to it: nothing can be signed with it.";
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return $"{KeyFile} is missing: it holds the school’s key, and nothing can be signed without it.";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Makes a key of the school's own; nothing is sealed with it before it is taken into use.</summary>
    /// <param name="school">Name of the school, for those who look at the certificate.</param>
    public SigningKey Create(string school)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(school.Length <= LongestCommonName ? school : school[..LongestCommonName]);
        name.AddOrganizationalUnitName("Records of policies read and signed");
        var request = new CertificateRequest(name.Build(), pair, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true)
        );
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(DocumentSigning), new Oid(EmailProtection)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = clock.GetUtcNow();
        return new SigningKey(request.CreateSelfSigned(now.AddMinutes(-5), now + OwnLife), []);
    }

    /// <summary>Opens a bought key; nothing is sealed with it before it is taken into use.</summary>
    /// <param name="pfx">PKCS #12: the key, its certificate and those of its issuers.</param>
    /// <returns>The key, or a sentence that says why it can be none.</returns>
    public (SigningKey? Key, string? Refusal) Open(byte[] pfx, string? password)
    {
        X509Certificate2Collection content;
        try
        {
            content = X509CertificateLoader.LoadPkcs12Collection(pfx, password, X509KeyStorageFlags.Exportable);
        }
        catch (CryptographicException)
        {
            return (null, "That is no PFX file, or the password is wrong.");
        }

        if (content.Where(each => each.HasPrivateKey).ToList() is not [var certificate])
        {
            return (null, "The file must hold one private key with its certificate.");
        }

        return Refusal(certificate) is { } refusal ? (null, refusal) : (new SigningKey(certificate, [.. content.Where(each => !each.HasPrivateKey)]), null);
    }

    /// <summary>Seals and signs with a key from now on. The evidence names it by then: use <see cref="SigningKeyChange"/>.</summary>
    /// <exception cref="OperatorException">It cannot be written.</exception>
    internal void TakeIntoUse(SigningKey key)
    {
        try
        {
            Directory.CreateDirectory(folder.Keys);
            var all = new X509Certificate2Collection(key.Certificate);
            all.AddRange(key.Issuers.ToArray());
            OwnFile.Write(KeyFile, protector.Protect(all.Export(X509ContentType.Pkcs12)!));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"The school’s key cannot be written to {folder.Keys}: {fault.Message}", fault);
        }

        lock (gate)
        {
            known = default;
        }
    }

    private string? Refusal(X509Certificate2 certificate)
    {
        var (from, until, now) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime(), clock.GetUtcNow().UtcDateTime);
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages;
        using var curve = certificate.GetECDsaPublicKey();
        using var rsa = certificate.GetRSAPublicKey();
        return now < from || now >= until ? $"The certificate is valid from {from:yyyy-MM-dd} to {until:yyyy-MM-dd}, and not today."
            : usage is { } allowed && (allowed & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) == X509KeyUsageFlags.None
                ? "The certificate says that its key may not sign."
            : curve is null && rsa is null or { KeySize: < 2048 } ? "The key must be an elliptic curve, or RSA of at least 2,048 bits."
            : null;
    }

    private SigningKey? Read()
    {
        try
        {
            if (!File.Exists(KeyFile))
            {
                return null;
            }

            // In memory only; macOS has no such place and takes its key store.
            var place = OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;
            var content = X509CertificateLoader.LoadPkcs12Collection(protector.Unprotect(File.ReadAllBytes(KeyFile)), password: null, place);
            return new SigningKey(content.Single(each => each.HasPrivateKey), [.. content.Where(each => !each.HasPrivateKey)]);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }
}
