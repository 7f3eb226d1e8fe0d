using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>
/// Keeps the school's key outside the database: the private one in a file of its own, encrypted and for this program's user alone; every certificate
/// that ever sealed next to it, so that old papers can still be checked when the key is another.
/// </summary>
public sealed class SigningKeyStore(DataFolder folder, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Certificates = "seal-*.cer";
    private const string DocumentSigning = "1.3.6.1.5.5.7.3.36"; // RFC 9336

    // Readers that know no newer use than this one say of a file "or corrupted data" where they mean that they do not know the issuer.
    private const string EmailProtection = "1.3.6.1.5.5.7.3.4";

    private const int LongestCommonName = 64; // X.520
    private static readonly TimeSpan OwnLife = TimeSpan.FromDays(5 * 365);
    private readonly IDataProtector protector = protection.CreateProtector("StocksGreen.Induction.Seal");
    private readonly Lock gate = new();
    private (DateTime WrittenAt, SigningKey? Key) known;

    private string KeyFile => Path.Combine(folder.Keys, "seal.key");

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

    /// <summary>Whether a certificate is one of those that this school has sealed with, now or earlier.</summary>
    public bool AreOurs(X509Certificate2 certificate) => CertificateFiles().Any(file => File.ReadAllBytes(file).AsSpan().SequenceEqual(certificate.RawData));

    /// <summary>The certificates of all keys that ever sealed here, that of the key in use first.</summary>
    /// <exception cref="OperatorException">One of them cannot be read.</exception>
    public IReadOnlyList<X509Certificate2> Ours()
    {
        var current = Current()?.Certificate.Thumbprint;
        return [.. CertificateFiles().Order(StringComparer.Ordinal).Select(Load).OrderBy(certificate => certificate.Thumbprint != current)];
    }

    /// <summary>Remembers a service that stamped one of the school's seals.</summary>
    public void KeepService(X509Certificate2 service)
    {
        if (!KnowsService(service))
        {
            Write(FileOfService(service), service.RawData);
        }
    }

    /// <summary>Whether a time-stamp service has stamped seals of this school when they were made.</summary>
    public bool KnowsService(X509Certificate2 service) =>
        File.Exists(FileOfService(service)) && File.ReadAllBytes(FileOfService(service)).AsSpan().SequenceEqual(service.RawData);

    /// <summary>Makes the school's own key unless there is one that still holds.</summary>
    /// <param name="school">Name of the school, for those who look at the certificate.</param>
    /// <returns>True where a key was made.</returns>
    /// <exception cref="OperatorException">It cannot be written.</exception>
    public bool Ensure(string school)
    {
        if (Current() is { } key && !key.HasEnded(clock.GetUtcNow()))
        {
            return false;
        }

        Make(school);
        return true;
    }

    /// <summary>Makes a new key of the school's own and seals with it from now on.</summary>
    /// <exception cref="OperatorException">It cannot be written.</exception>
    public void Make(string school)
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
        using var made = request.CreateSelfSigned(now.AddMinutes(-5), now + OwnLife);
        Keep(made, []);
    }

    /// <summary>Takes a bought key into use.</summary>
    /// <param name="pfx">PKCS #12: the key, its certificate and those of its issuers.</param>
    /// <returns>Null when it is in use; else a sentence.</returns>
    /// <exception cref="OperatorException">It cannot be written.</exception>
    public string? Import(byte[] pfx, string? password)
    {
        X509Certificate2Collection content;
        try
        {
            content = X509CertificateLoader.LoadPkcs12Collection(pfx, password, X509KeyStorageFlags.Exportable);
        }
        catch (CryptographicException)
        {
            return "That is no PFX file, or the password is wrong.";
        }

        if (content.Where(each => each.HasPrivateKey).ToList() is not [var certificate])
        {
            return "The file must hold one private key with its certificate.";
        }

        if (Refusal(certificate) is { } refusal)
        {
            return refusal;
        }

        Keep(certificate, [.. content.Where(each => !each.HasPrivateKey)]);
        return null;
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

    /// <summary>The certificate first: a paper whose certificate no one knows could never be checked.</summary>
    private void Keep(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> issuers)
    {
        try
        {
            Directory.CreateDirectory(folder.Keys);
            Write(Path.Combine(folder.Keys, $"seal-{SigningKey.IdOf(certificate)}.cer"), certificate.RawData);
            var all = new X509Certificate2Collection(certificate);
            all.AddRange(issuers.ToArray());
            Write(KeyFile, protector.Protect(all.Export(X509ContentType.Pkcs12)!));
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

    private string FileOfService(X509Certificate2 service) => Path.Combine(folder.Keys, $"stamp-{SigningKey.IdOf(service)}.cer");

    private IEnumerable<string> CertificateFiles() => Directory.Exists(folder.Keys) ? Directory.EnumerateFiles(folder.Keys, Certificates) : [];

    private static X509Certificate2 Load(string file)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(File.ReadAllBytes(file));
        }
        catch (CryptographicException fault)
        {
            throw new OperatorException(
                $"{file} is no certificate that can be read. Restore it from a back-up: entries that its key signed cannot be checked without it.",
                fault
            );
        }
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

    /// <summary>Whole or not at all, and readable by no one else from its first byte.</summary>
    internal static void Write(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var half = path + ".part";
        File.Delete(half);
        using (var file = new FileStream(half, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(half, path, overwrite: true);
    }
}
