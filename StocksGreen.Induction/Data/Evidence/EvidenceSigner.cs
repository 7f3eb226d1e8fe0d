using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>
/// Signs every entry of the evidence with the school's key, which lies outside the database: anyone who can write the file can compute each hash of a
/// forged chain, and none of its signatures. From which entry on they are asked for is next to the key, not in the file that it protects.
/// </summary>
public sealed class EvidenceSigner(DataFolder folder, SigningKeyStore keys)
{
    private string FromFile => Path.Combine(folder.Keys, "evidence.from");

    /// <summary>
    /// The number of the first entry that must be signed; null where no key was ever asked to sign. A mark that cannot be understood asks it of all.
    /// </summary>
    /// <exception cref="OperatorException">It is there and cannot be read; that must not pass for a school that never signed.</exception>
    public long? From
    {
        get
        {
            try
            {
                return long.TryParse(File.ReadAllText(FromFile), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;
            }
            catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new OperatorException($"{FromFile} cannot be read: {fault.Message}", fault);
            }
        }
    }

    /// <summary>From this entry on each must be signed.</summary>
    /// <exception cref="OperatorException">It cannot be written down.</exception>
    public void BeginWith(long number)
    {
        try
        {
            SigningKeyStore.Write(FromFile, Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"{FromFile} cannot be written: {fault.Message}", fault);
        }
    }

    /// <summary>What signs the entries of one write; it does nothing before a key was asked to.</summary>
    /// <param name="last">The last entry so far; where it is signed, the next one must be, also when the folder of keys has gone.</param>
    /// <exception cref="OperatorException">The key cannot be read: rather nothing is written than something that would not hold.</exception>
    public Action<EvidenceEntry> Signer(EvidenceEntry? last)
    {
        if (From is null && last?.SignedWith is null)
        {
            return _ => { };
        }

        var key =
            (From is null ? null : keys.Current())
            ?? throw new OperatorException(
                $"The school’s key in {folder.Keys} cannot be read, so nothing can be added to the evidence. Start the server again, as the user "
                    + "whose key it is: it makes another where there is none."
            );
        var (id, sign) = (key.Id, Signing(key.Certificate));
        return entry => entry.Sign(id, sign(Bytes(entry)));
    }

    /// <summary>What asks each entry for a signature that holds.</summary>
    /// <returns>Null where no key ever signed, or the keys are not next to the database: then nothing can be said of signatures.</returns>
    /// <exception cref="OperatorException">A certificate of the school cannot be read.</exception>
    public Func<EvidenceEntry, string?>? Check()
    {
        if (From is not { } from)
        {
            return null;
        }

        var known = keys.Ours().DistinctBy(SigningKey.IdOf, StringComparer.Ordinal).ToDictionary(SigningKey.IdOf, Verifier, StringComparer.Ordinal);
        return entry => Fault(entry, entry.Number >= from, known);
    }

    private static string? Fault(EvidenceEntry entry, bool isAsked, Dictionary<string, Func<byte[], byte[], bool>> known) =>
        entry is not { SignedWith: { } id, Signature: { } signature }
            ? isAsked || entry.SignedWith is not null || entry.Signature is not null
                ? "It is not signed."
                : null
            : !known.TryGetValue(id, out var holds)
                ? isAsked
                    ? $"It is signed with a key that is not the school’s ({id})."
                    : null
                : Decode(signature) is { } bytes && holds(Bytes(entry), bytes)
                    ? null
                    : "Its signature does not hold: someone without the school’s key wrote it.";

    private static byte[] Bytes(EvidenceEntry entry) => Encoding.UTF8.GetBytes(EvidenceHash.CanonicalText(entry));

    private static Func<byte[], byte[]> Signing(X509Certificate2 certificate)
    {
        if (certificate.GetECDsaPrivateKey() is { } curve)
        {
            return bytes => curve.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }

        var rsa = certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("A key of another kind than those that can be taken into use.");
        return bytes => rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static Func<byte[], byte[], bool> Verifier(X509Certificate2 certificate)
    {
        if (certificate.GetECDsaPublicKey() is { } curve)
        {
            return (bytes, signature) => curve.VerifyData(bytes, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }

        return certificate.GetRSAPublicKey() is { } rsa
            ? (bytes, signature) => rsa.VerifyData(bytes, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : (_, _) => false;
    }

    /// <returns>Null for anything but Base64 in the one spelling that is ours; it has several for the same bytes.</returns>
    private static byte[]? Decode(string signature)
    {
        var bytes = new byte[signature.Length];
        return
            Convert.TryFromBase64String(signature, bytes, out var length)
            && string.Equals(Convert.ToBase64String(bytes.AsSpan(0, length)), signature, StringComparison.Ordinal)
            ? bytes[..length]
            : null;
    }
}
