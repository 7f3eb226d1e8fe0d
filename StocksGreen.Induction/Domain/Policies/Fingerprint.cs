using System.Security.Cryptography;
using System.Text;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>SHA-256 as this program writes it everywhere: 64 lower-case hexadecimal digits.</summary>
public static class Fingerprint
{
    /// <summary>The hash of a text in UTF-8 without byte order mark.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The hash of a file.</summary>
    public static string Of(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
