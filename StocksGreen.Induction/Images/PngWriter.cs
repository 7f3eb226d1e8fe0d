using System.Buffers.Binary;
using System.IO.Compression;

namespace StocksGreen.Induction.Images;

/// <summary>Writes a picture as a PNG that holds nothing but its dots. The same picture gives the same bytes.</summary>
public static class PngWriter
{
    private const byte BitsOfColour = 8;
    private const byte Colours = 2;
    private const byte ColoursAndCover = 6;

    public static byte[] Write(RasterImage picture)
    {
        using var file = new MemoryStream();
        file.Write(PngChunks.Signature);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), picture.Height);
        (head[8], head[9]) = (BitsOfColour, picture.IsOpaque ? Colours : ColoursAndCover);
        PngChunks.Write(file, "IHDR", head);
        PngChunks.Write(
            file,
            "IDAT",
            picture.IsOpaque
                ? Deflate(picture.OnPaper(), picture.Width * 3, 3)
                : Deflate(picture.Dots.Span, picture.Width * RasterImage.Depth, RasterImage.Depth)
        );
        PngChunks.Write(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Deflate(ReadOnlySpan<byte> rows, int stride, int step)
    {
        using var data = new MemoryStream();
        using (var deflate = new ZLibStream(data, CompressionLevel.SmallestSize))
        {
            deflate.Write(PngFilter.Apply(rows, stride, step));
        }

        return data.ToArray();
    }
}
