using System.Security.Cryptography;
using System.Text;

namespace StocksGreen.Induction.Domain.Text;

/// <summary>SHA-256 as this program writes it everywhere: 64 lower-case hexadecimal digits.</summary>
public static class Sha256Hex
{
    /// <summary>The hash of a text in UTF-8 without byte order mark.</summary>
    public static string Compute(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The hash of a file.</summary>
    public static string Compute(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
