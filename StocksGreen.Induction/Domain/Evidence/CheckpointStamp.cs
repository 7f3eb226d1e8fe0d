using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>
/// The time-stamp of an outside service (RFC 3161) as a signature line of a checkpoint; other programs pass over lines that they do not know.
/// </summary>
public static class CheckpointStamp
{
    private const string Name = "rfc3161";
    private static readonly byte[] Id = SHA256.HashData([.. Encoding.ASCII.GetBytes(Name), (byte)'\n', 0xff, .. "TimeStampToken"u8])[..4];

    /// <param name="token">Over the text of the checkpoint.</param>
    public static (string Name, byte[] Value) Line(byte[] token) => (Name, [.. Id, .. token]);

    /// <returns>When the service says that the checkpoint was there, and which service; null where no stamp is for this text.</returns>
    /// <remarks>Whether the service is to be believed is for someone who knows it.</remarks>
    public static (DateTimeOffset At, string By)? Read(SignedCheckpoint signed)
    {
        foreach (var (name, value) in signed.Signatures)
        {
            if (
                name == Name
                && value.AsSpan(0, Id.Length).SequenceEqual(Id)
                && Rfc3161TimestampToken.TryDecode(value.AsMemory(Id.Length), out var token, out _)
                && token.VerifySignatureForData(Encoding.UTF8.GetBytes(signed.Checkpoint.ToText()), out var service)
            )
            {
                return (token.TokenInfo.Timestamp, service.Subject);
            }
        }

        return null;
    }
}
