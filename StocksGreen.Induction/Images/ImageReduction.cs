namespace StocksGreen.Induction.Images;

/// <summary>
/// Gathers the dots of a picture, in any order, into one that is no larger than it should be. Each dot goes where it lies, by the area that it covers, so that
/// thin lines grow pale and do not break; memory is that of the small picture however large the other is.
/// </summary>
internal sealed class ImageReduction
{
    private readonly (int Cell, float Here, float Next)[] columns;
    private readonly (int Cell, float Here, float Next)[] rows;
    private readonly float[] sums;

    public ImageReduction(int width, int height, int largestSide)
    {
        var scale = Math.Min(1, (double)largestSide / Math.Max(width, height));
        (Width, Height) = (Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
        (columns, rows) = (Shares(width, Width), Shares(height, Height));
        sums = new float[Width * Height * RasterImage.Depth];
    }

    /// <summary>The picture with no side longer than the given one.</summary>
    public static RasterImage Reduce(RasterImage picture, int largestSide)
    {
        var reduction = new ImageReduction(picture.Width, picture.Height, largestSide);
        var dots = picture.Dots.Span;
        for (var dot = 0; dot < picture.Width * picture.Height; dot++)
        {
            var at = dot * RasterImage.Depth;
            reduction.Add(dot % picture.Width, dot / picture.Width, dots[at], dots[at + 1], dots[at + 2], dots[at + 3]);
        }

        return reduction.ToPicture();
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Adds one dot of the large picture.</summary>
    public void Add(int x, int y, byte red, byte green, byte blue, byte cover)
    {
        var (column, here, right) = columns[x];
        var (row, top, below) = rows[y];
        AddTo(column, row, here * top, red, green, blue, cover);
        if (right > 0)
        {
            AddTo(column + 1, row, right * top, red, green, blue, cover);
        }

        if (below > 0)
        {
            AddTo(column, row + 1, here * below, red, green, blue, cover);
            if (right > 0)
            {
                AddTo(column + 1, row + 1, right * below, red, green, blue, cover);
            }
        }
    }

    public RasterImage ToPicture()
    {
        var dots = new byte[sums.Length];
        for (var at = 0; at < sums.Length; at += RasterImage.Depth)
        {
            var cover = sums[at + 3];
            dots[at + 3] = ToByte(cover);
            for (var colour = 0; dots[at + 3] > 0 && colour < 3; colour++)
            {
                dots[at + colour] = ToByte(sums[at + colour] / cover);
            }
        }

        return new RasterImage(Width, Height, dots);
    }

    private static byte ToByte(float value) => (byte)Math.Clamp((int)MathF.Round(value), 0, byte.MaxValue);

    /// <summary>For each of many places the cell it falls into, and how much of that cell and of the next it fills.</summary>
    private static (int Cell, float Here, float Next)[] Shares(int many, int few)
    {
        var shares = new (int, float, float)[many];
        for (var i = 0; i < many; i++)
        {
            var (start, end) = ((double)i * few / many, (double)(i + 1) * few / many);
            var cell = Math.Min((int)start, few - 1);
            shares[i] = end > cell + 1 && cell + 1 < few ? (cell, (float)(cell + 1 - start), (float)(end - cell - 1)) : (cell, (float)(end - start), 0);
        }

        return shares;
    }

    /// <summary>Colours weigh by how opaque they are: what cannot be seen has no colour.</summary>
    private void AddTo(int column, int row, float share, byte red, byte green, byte blue, byte cover)
    {
        var at = ((row * Width) + column) * RasterImage.Depth;
        var weight = share * cover;
        sums[at] += red * weight;
        sums[at + 1] += green * weight;
        sums[at + 2] += blue * weight;
        sums[at + 3] += weight;
    }
}
