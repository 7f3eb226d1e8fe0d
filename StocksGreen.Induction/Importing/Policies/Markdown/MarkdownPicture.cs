using System.Buffers.Binary;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Importing.Policies.Markdown;

/// <summary>A picture whose bytes stand in the file itself: "data:image/png;base64,iVBOR…".</summary>
internal static class MarkdownPicture
{
    private const int LongestSide = 10_000;

    /// <param name="alt">Empty where no one has said what it shows.</param>
    /// <returns>Null where the address holds no PNG, JPEG or GIF that can be shown.</returns>
    public static (Picture Picture, PictureFile File)? TryRead(string? address, string alt)
    {
        const string start = "data:image/";
        var comma = address?.IndexOf(";base64,", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (comma < 0 || !address!.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[address.Length];
        if (
            !Convert.TryFromBase64Chars(address.AsSpan(comma + 8), bytes, out var count)
            || Kind(bytes.AsSpan(0, count)) is not (var type, var width, var height)
        )
        {
            return null;
        }

        var content = PictureCleaner.Clean(bytes[..count]);
        var file = new PictureFile(Sha256Hex.Compute(content), type, content);
        return (new Picture(file.Sha256, type, alt.Length == 0 ? null : alt, width, height), file);
    }

    private static (string Type, int Width, int Height)? Kind(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 24 && bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]))
        {
            var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
            return width is > 0 and <= LongestSide && height is > 0 and <= LongestSide ? ("image/png", width, height) : null;
        }

        if (bytes.Length > 10 && bytes.StartsWith("GIF8"u8))
        {
            return ("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));
        }

        return bytes.Length > 4 && bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ("image/jpeg", 0, 0) : null;
    }
}
