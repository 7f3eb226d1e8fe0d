using System.Buffers.Binary;

namespace StocksGreen.Induction.Images;

/// <summary>A JPEG file as it is, with what a document must know of it to show it.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="Width">Dots.</param>
/// <param name="Height">Dots.</param>
/// <param name="IsGrey">True for one colour from black to white; false for three.</param>
public sealed record JpegImage(ReadOnlyMemory<byte> Bytes, int Width, int Height, bool IsGrey)
{
    private const int LongestSide = 20_000;

    /// <returns>Null for a file that is none, is cut short, or is made for printing presses (four colours).</returns>
    public static JpegImage? TryRead(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.Length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8 || bytes[^2] != 0xFF || bytes[^1] != 0xD9)
        {
            return null;
        }

        for (var at = 2; at + 9 < bytes.Length; )
        {
            if (bytes[at] != 0xFF)
            {
                return null;
            }

            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            // Baseline, extended and progressive frames: what every reader of PDF can draw.
            if (marker is 0xC0 or 0xC1 or 0xC2)
            {
                var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]));
                var colours = bytes[at + 9];
                return bytes[at + 4] == 8 && width is > 0 and <= LongestSide && height is > 0 and <= LongestSide && colours is 1 or 3
                    ? new JpegImage(file, width, height, colours == 1)
                    : null;
            }

            if (length < 2 || marker == 0xDA)
            {
                return null;
            }

            at += 2 + length;
        }

        return null;
    }
}
