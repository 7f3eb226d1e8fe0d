using System.IO.Compression;

namespace StocksGreen.Induction.Images;

/// <summary>
/// Reads PNG files from anywhere: every kind of the format, interlaced or not. Memory is that of the file, two rows and the picture that comes out; the time
/// is bounded by <see cref="PngHead.MostDots"/>. What the file says next to its dots (comments, places, cameras) is left behind.
/// </summary>
public static class PngReader
{
    private static readonly uint Head = PngChunks.NameOf("IHDR");
    private static readonly uint Palette = PngChunks.NameOf("PLTE");
    private static readonly uint Cover = PngChunks.NameOf("tRNS");
    private static readonly uint Data = PngChunks.NameOf("IDAT");
    private static readonly uint End = PngChunks.NameOf("IEND");

    // The seven passes of an interlaced picture (PNG, 8.2): first column, first row, columns apart, rows apart.
    private static readonly (int X, int Y, int Across, int Down)[] Passes =
    [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ];

    /// <param name="largestSide">Dots; a larger picture is made smaller, a smaller one stays as it is.</param>
    /// <exception cref="PictureFormatException">It is not a picture that can be used; the message says why.</exception>
    public static RasterImage Read(ReadOnlySpan<byte> file, int largestSide)
    {
        if (!file.StartsWith(PngChunks.Signature))
        {
            throw new PictureFormatException($"{Guess(file)} Open it in a program for pictures, save it as PNG, and choose that.");
        }

        var (head, palette, cover, data) = Collect(file[PngChunks.Signature.Length..]);
        var dots = new PngPixels(head, palette, cover);
        var reduction = new ImageReduction(head.Width, head.Height, largestSide);
        try
        {
            using var inflated = new ZLibStream(data, CompressionMode.Decompress);
            foreach (var pass in head.IsInterlaced ? Passes : [(0, 0, 1, 1)])
            {
                ReadPass(inflated, head, dots, reduction, pass);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw new PictureFormatException("The picture is damaged: its dots cannot be read to the end. Save it again, and choose it once more.", fault);
        }

        return reduction.ToPicture();
    }

    private static (PngHead Head, byte[] Palette, byte[]? Cover, MemoryStream Data) Collect(ReadOnlySpan<byte> rest)
    {
        var (name, first) = PngChunks.Take(ref rest);
        var head = name == Head ? PngHead.Read(first) : throw Disordered();
        var (palette, cover) = (Array.Empty<byte>(), (byte[]?)null);
        var data = new MemoryStream();
        while (true)
        {
            (name, var content) = PngChunks.Take(ref rest);
            if (name == End)
            {
                data.Position = 0;
                return head.Colours is PngColours.Palette && palette.Length == 0 ? throw Disordered() : (head, palette, cover, data);
            }

            if (name == Data)
            {
                data.Write(content);
            }
            else if (name == Palette)
            {
                palette = content.Length is > 0 and <= 768 && content.Length % 3 == 0 ? content : throw Disordered();
            }
            else if (name == Cover)
            {
                cover = content;
            }
            else if (IsNeeded(name))
            {
                throw Disordered();
            }
        }
    }

    private static void ReadPass(ZLibStream inflated, PngHead head, PngPixels dots, ImageReduction reduction, (int X, int Y, int Across, int Down) pass)
    {
        var (width, height) = ((head.Width - pass.X + pass.Across - 1) / pass.Across, (head.Height - pass.Y + pass.Down - 1) / pass.Down);
        if (width <= 0)
        {
            return;
        }

        var stride = head.Stride(width);
        var (row, before) = (new byte[stride + 1], new byte[stride + 1]);
        for (var y = 0; y < height; y++)
        {
            inflated.ReadExactly(row);
            if (!PngFilter.TryUndo(row[0], row.AsSpan(1), before.AsSpan(1), head.Step))
            {
                throw new InvalidDataException("There is no such filter.");
            }

            for (var x = 0; x < width; x++)
            {
                var (red, green, blue, cover) = dots.Of(row.AsSpan(1), x);
                reduction.Add(pass.X + (x * pass.Across), pass.Y + (y * pass.Down), red, green, blue, cover);
            }

            (row, before) = (before, row);
        }
    }

    /// <summary>A part whose name begins with a large letter must be understood, or the picture is another than it was meant to be.</summary>
    private static bool IsNeeded(uint name) => (name & 0x20000000) == 0;

    private static string Guess(ReadOnlySpan<byte> file) =>
        file.StartsWith("RIFF"u8) ? "That is a WebP picture, not a PNG or JPEG."
        : file.StartsWith("BM"u8) ? "That is a bitmap, not a PNG or JPEG."
        : file.StartsWith("%PDF"u8) ? "That is a PDF, not a PNG or JPEG picture."
        : file.StartsWith("<svg"u8) || file.StartsWith("<?xml"u8) ? "That is a drawing as text (SVG), not a PNG or JPEG picture."
        : "That is not a PNG or JPEG picture, whatever its name says.";

    private static PictureFormatException Disordered() =>
        new("The picture is damaged: its parts are not those of a PNG. Save it again, and choose it once more.");
}
