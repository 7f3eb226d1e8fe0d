namespace StocksGreen.Induction.Documents.Layout;

/// <summary>A sheet of paper and the column on it, in points from the top left.</summary>
/// <param name="Width">Of the sheet.</param>
/// <param name="Height">Of the sheet.</param>
/// <param name="Margin">Left and right of the column.</param>
public sealed record PageSetup(double Width, double Height, double Margin)
{
    private const double ShortSide = 595.28;
    private const double LongSide = 841.89;

    /// <summary>A4 upright, with generous margins.</summary>
    public static PageSetup Portrait { get; } = new(ShortSide, LongSide, 56);

    /// <summary>A4 on its side, for wide tables.</summary>
    public static PageSetup Landscape { get; } = new(LongSide, ShortSide, 48);

    /// <summary>Where the column begins, under the running header.</summary>
    public double Top { get; init; } = 58;

    /// <summary>Where the column ends, above the running footer.</summary>
    public double Bottom => Height - 62;

    public double ColumnWidth => Width - (2 * Margin);
}
