using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace StocksGreen.Induction.Accounts.SecondStep;

/// <summary>Codes that change every half minute: RFC 6238 with HMAC-SHA-1, six digits and 30 seconds, which every app knows.</summary>
internal static class Totp
{
    /// <summary>Bytes that app and server share: as long as the hash (RFC 4226, section 4).</summary>
    internal const int SecretLength = 20;

    private const int StepSeconds = 30;

    /// <summary>A phone's clock may be half a minute off.</summary>
    private const int Skew = 1;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648, section 6

    internal static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    internal static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, secret);
        hmac.AppendData(counter);
        var hash = hmac.GetHashAndReset();
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <returns>The half minute that the code is of; null where it is of none near.</returns>
    internal static long? Match(byte[] secret, string code, DateTimeOffset now)
    {
        long? found = null;
        for (var step = StepOf(now) - Skew; step <= StepOf(now) + Skew; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(secret, step)), System.Text.Encoding.UTF8.GetBytes(code)))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The secret as apps take it.</summary>
    internal static string ToBase32(byte[] bytes)
    {
        var text = new System.Text.StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var one in bytes)
        {
            (bits, held) = ((bits << 8) | one, held + 8);
            while (held >= 5)
            {
                held -= 5;
                text.Append(Alphabet[(bits >> held) & 31]);
            }
        }

        return held == 0 ? text.ToString() : text.Append(Alphabet[(bits << (5 - held)) & 31]).ToString();
    }

    /// <summary>What the QR code says (Key URI format of authenticator apps).</summary>
    internal static string Address(byte[] secret, string school, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(school)}:{Uri.EscapeDataString(account)}?secret={ToBase32(secret)}&issuer={Uri.EscapeDataString(school)}";
}
