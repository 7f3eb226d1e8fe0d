namespace StocksGreen.Induction.Documents.Layout;

/// <summary>A table. Its head is repeated on each page; a row moves to the next page whole, and is split only where it is taller than a page.</summary>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">As many cells each as there are columns.</param>
public sealed record Grid(IReadOnlyList<GridColumn> Columns, IReadOnlyList<IReadOnlyList<GridCell>> Rows) : FlowBlock
{
    public TextStyle Style { get; init; } = Typography.Cell;

    /// <summary>True where the first cell of a row names the row.</summary>
    public bool HasRowHeaders { get; init; } = true;

    /// <summary>True for a short table that moves to the next page whole rather than break.</summary>
    public bool StaysTogether { get; init; }

    /// <summary>True draws lines between the columns too, for a table to be written in.</summary>
    public bool HasColumnLines { get; init; }

    /// <summary>Space above and below the text of a row, in points.</summary>
    public double RowPadding { get; init; } = 4;

    /// <summary>Space at the left and right of the text of a cell, in points.</summary>
    public double CellPadding { get; init; } = 5;

    /// <summary>Space under the table in points.</summary>
    public double SpaceAfter { get; init; } = 12;
}

/// <summary>A column.</summary>
/// <param name="Heading">Null in all columns of a table without a head.</param>
/// <param name="Weight">Share of the width.</param>
/// <param name="IsRight">True for numbers.</param>
public sealed record GridColumn(string? Heading, double Weight, bool IsRight = false);

/// <summary>A cell.</summary>
/// <param name="Runs">Empty for a cell with nothing in it.</param>
public sealed record GridCell(IReadOnlyList<Run> Runs)
{
    /// <summary>Length of a bar next to the text, 0 to 1; null for no bar. It only repeats what the text says.</summary>
    public double? Bar { get; init; }

    /// <summary>True where the text is a warning.</summary>
    public bool IsWarning { get; init; }

    public static implicit operator GridCell(string text) => FromString(text);

    public static GridCell FromString(string text) => new([new Run(text)]);
}
