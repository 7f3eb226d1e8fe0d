using System.Buffers.Binary;

namespace StocksGreen.Induction.Images;

/// <summary>What the first part of a PNG says of the rest (PNG, 11.2.2).</summary>
/// <param name="Bits">Of one value: 1, 2, 4, 8 or 16.</param>
internal sealed record PngHead(int Width, int Height, int Bits, PngColours Colours, bool IsInterlaced)
{
    /// <summary>More is no picture that a school needs, and costs memory and time.</summary>
    public const int MostDots = 16_000_000;

    private const int LongestSide = 20_000;

    /// <summary>Values of one dot as they are stored.</summary>
    public int Values =>
        Colours switch
        {
            PngColours.GreyAndCover => 2,
            PngColours.Full => 3,
            PngColours.FullAndCover => 4,
            _ => 1,
        };

    /// <summary>Bytes between a value and the one of the dot before; 1 where several dots share a byte.</summary>
    public int Step => Math.Max(1, Bits * Values / 8);

    /// <exception cref="PictureFormatException">Not a head, or of a picture that is too large.</exception>
    public static PngHead Read(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13)
        {
            throw Unreadable();
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        var (bits, colours) = (data[8], (PngColours)data[9]);
        if (width == 0 || height == 0 || data[10] != 0 || data[11] != 0 || data[12] > 1 || !Fits(bits, colours))
        {
            throw Unreadable();
        }

        return width > LongestSide || height > LongestSide || (long)width * height > MostDots
            ? throw new PictureFormatException(
                $"The picture is {width} by {height} dots large, more than this program takes. Make it smaller, for example 1,000 dots wide, and "
                    + "choose it again."
            )
            : new PngHead((int)width, (int)height, bits, colours, data[12] == 1);
    }

    /// <summary>Bytes of a row with so many dots.</summary>
    public int Stride(int width) => ((width * Bits * Values) + 7) / 8;

    private static bool Fits(int bits, PngColours colours) =>
        colours switch
        {
            PngColours.Grey => bits is 1 or 2 or 4 or 8 or 16,
            PngColours.Palette => bits is 1 or 2 or 4 or 8,
            PngColours.Full or PngColours.GreyAndCover or PngColours.FullAndCover => bits is 8 or 16,
            _ => false,
        };

    private static PictureFormatException Unreadable() =>
        new("The picture does not begin as a PNG does, so it cannot be read. Open it in a program for pictures, save it as PNG, and choose that.");
}
