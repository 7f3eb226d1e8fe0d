using System.Buffers.Binary;
using System.Globalization;

namespace StocksGreen.Induction.Images;

/// <summary>What the first bytes of a picture say of it.</summary>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
public sealed record PictureShape(string MediaType, int Width, int Height)
{
    /// <summary>In one picture.</summary>
    internal const int MostBytes = 10_000_000;

    /// <summary>In all pictures of a policy.</summary>
    internal const long MostBytesTogether = 25_000_000;

    /// <summary>Points that a picture may be wide or high.</summary>
    internal const int LargestSide = 12_000;

    private const long MostPoints = 50_000_000;

    /// <summary>Why it cannot be shown, as "A picture of …"; null where it can.</summary>
    internal string? TooLarge =>
        Width > LargestSide || Height > LargestSide || (long)Width * Height > MostPoints
            ? string.Create(CultureInfo.InvariantCulture, $"A picture of {Width:N0} × {Height:N0} points, which is too large to show")
            : null;

    /// <returns>Null where it is no PNG, JPEG or GIF.</returns>
    public static PictureShape? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length >= 24 && file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return new PictureShape(
                "image/png",
                (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(file[16..]), int.MaxValue),
                (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(file[20..]), int.MaxValue)
            );
        }

        if (file.Length >= 10 && (file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8)))
        {
            return new PictureShape("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]));
        }

        return file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ReadJpeg(file) : null;
    }

    /// <summary>Goes from segment to segment up to the one that holds the size; one that was cut short has none.</summary>
    private static PictureShape ReadJpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF; )
        {
            var kind = file[at + 1];
            if (kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new PictureShape(
                    "image/jpeg",
                    BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..])
                );
            }

            at += kind is 0xFF or 0x01 or (>= 0xD0 and <= 0xD8) ? 1 + (kind == 0xFF ? 0 : 1) : 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return new PictureShape("image/jpeg", 0, 0);
    }
}
