using System.IO.Compression;
using System.Security.Cryptography;

namespace StocksGreen.Induction.Features.Evidence.Backups;

/// <summary>The folder of keys as one closed block of bytes: AES-256-GCM over a zip archive.</summary>
internal static class SealedKeys
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <param name="key">32 bytes.</param>
    internal static byte[] Close(string folder, byte[] key)
    {
        using var open = new MemoryStream();
        ZipFile.CreateFromDirectory(folder, open);
        var plain = open.ToArray();
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes));
        return sealedBytes;
    }

    /// <param name="folder">There and empty.</param>
    /// <returns>False where the key is another, or the bytes were changed.</returns>
    internal static bool Open(byte[] sealedBytes, byte[] key, string folder)
    {
        if (sealedBytes.Length < NonceBytes + TagBytes)
        {
            return false;
        }

        var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        try
        {
            using var cipher = new AesGcm(key, TagBytes);
            cipher.Decrypt(sealedBytes.AsSpan(0, NonceBytes), sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes), plain);
        }
        catch (CryptographicException)
        {
            return false;
        }

        using var open = new MemoryStream(plain);
        ZipFile.ExtractToDirectory(open, folder);
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        return true;
    }
}
