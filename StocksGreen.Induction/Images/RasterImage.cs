namespace StocksGreen.Induction.Images;

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

    /// <summary>The picture as its camera was held.</summary>
    /// <param name="orientation">Exif's number: 1 as it lies, 2 mirrored, 3 upside down, 4 both, 5 to 8 with rows for columns.</param>
    public RasterImage Turned(int orientation)
    {
        var isOnItsSide = orientation >= 5;
        var (width, height) = isOnItsSide ? (Height, Width) : (Width, Height);
        var turned = new byte[Dots.Length];
        var all = Dots.Span;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (fromX, fromY) = orientation switch
                {
                    2 => (Width - 1 - x, y),
                    3 => (Width - 1 - x, Height - 1 - y),
                    4 => (x, Height - 1 - y),
                    5 => (y, x),
                    6 => (y, Height - 1 - x),
                    7 => (Width - 1 - y, Height - 1 - x),
                    8 => (Width - 1 - y, x),
                    _ => (x, y),
                };
                all.Slice(((fromY * Width) + fromX) * Depth, Depth).CopyTo(turned.AsSpan(((y * width) + x) * Depth));
            }
        }

        return new RasterImage(width, height, turned);
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
