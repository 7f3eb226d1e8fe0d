namespace StocksGreen.Induction.Documents.Images;

/// <summary>A picture as its dots, in sRGB.</summary>
/// <param name="width">Dots; at least 1.</param>
/// <param name="height">Likewise.</param>
/// <param name="dots">Four bytes each, row by row from the top left: red, green, blue, and how opaque; colours are not multiplied by the last.</param>
public sealed class RasterImage(int width, int height, ReadOnlyMemory<byte> dots)
{
    /// <summary>Bytes of one dot.</summary>
    public const int Depth = 4;

    private const int White = 255;

    public int Width { get; } = width;

    public int Height { get; } = height;

    public ReadOnlyMemory<byte> Dots { get; } =
        dots.Length == width * height * Depth ? dots : throw new ArgumentException("There are as many dots as width times height.", nameof(dots));

    /// <summary>True where nothing shines through.</summary>
    public bool IsOpaque
    {
        get
        {
            var all = Dots.Span;
            for (var at = Depth - 1; at < all.Length; at += Depth)
            {
                if (all[at] != byte.MaxValue)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The picture as it looks on white paper: three bytes a dot.</summary>
    public byte[] OnPaper()
    {
        var paper = new byte[Width * Height * 3];
        var all = Dots.Span;
        for (var (from, to) = (0, 0); from < all.Length; from += Depth, to += 3)
        {
            var cover = all[from + 3];
            for (var colour = 0; colour < 3; colour++)
            {
                paper[to + colour] = (byte)(((all[from + colour] * cover) + (White * (byte.MaxValue - cover)) + (byte.MaxValue / 2)) / byte.MaxValue);
            }
        }

        return paper;
    }
}
