using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Images;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Markdown;

/// <summary>A picture whose bytes stand in the file itself: "data:image/png;base64,iVBOR…".</summary>
internal static class MarkdownPicture
{
    /// <returns>Null where the address holds no PNG, JPEG or GIF.</returns>
    public static (PictureShape Shape, PictureFile File)? TryRead(string? address)
    {
        var comma = address?.IndexOf(";base64,", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (comma < 0 || !address!.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[address.Length];
        if (!Convert.TryFromBase64Chars(address.AsSpan(comma + 8), bytes, out var count))
        {
            return null;
        }

        var content = PictureCleaner.Clean(bytes[..count]);
        return PictureShape.Read(content) is { } shape ? (shape, new PictureFile(Sha256Hex.Compute(content), shape.MediaType, content)) : null;
    }
}
