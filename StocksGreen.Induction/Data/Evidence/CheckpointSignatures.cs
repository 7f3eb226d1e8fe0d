using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>Signs checkpoints with the school's key, and asks whether one of its keys did.</summary>
public static class CheckpointSignatures
{
    private const int BytesOfId = 4;

    /// <param name="further">Signature lines of others, such as a time-stamp.</param>
    public static SignedCheckpoint Sign(this Checkpoint checkpoint, SigningKey key, params IEnumerable<(string Name, byte[] Value)> further) =>
        new(
            checkpoint,
            [(checkpoint.Origin, [.. IdOf(checkpoint.Origin, key.Certificate), .. key.Signer()(Encoding.UTF8.GetBytes(checkpoint.ToText()))]), .. further]
        );

    /// <summary>Whether one of the keys that the evidence names signed it.</summary>
    public static bool IsSignedBy(this SignedCheckpoint signed, NamedKeys keys) =>
        signed.Signatures.Any(signature =>
            signature.Name == signed.Checkpoint.Origin
            && keys.All.Any(key =>
                signature.Value.AsSpan(0, BytesOfId).SequenceEqual(IdOf(signature.Name, key.Certificate))
                && SigningKey.Verifier(key.Certificate)(Encoding.UTF8.GetBytes(signed.Checkpoint.ToText()), signature.Value[BytesOfId..])
            )
        );

    /// <summary>As signed notes tell keys apart: of an elliptic curve by its public key; RSA has no number there and takes a name of its own.</summary>
    private static byte[] IdOf(string name, X509Certificate2 certificate)
    {
        var key = certificate.PublicKey.ExportSubjectPublicKeyInfo();
        using var curve = certificate.GetECDsaPublicKey();
        return SHA256.HashData(curve is not null ? key : [.. Encoding.UTF8.GetBytes(name), (byte)'\n', 0xff, .. "rsa-pkcs1-sha256"u8, .. key])[..BytesOfId];
    }
}
