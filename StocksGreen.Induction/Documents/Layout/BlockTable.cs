namespace StocksGreen.Induction.Documents.Layout;

/// <summary>A table whose cells may hold anything and cover several columns or rows. Its header rows stand again on each page.</summary>
/// <param name="Caption">Empty for none.</param>
/// <param name="HeaderRows">How many rows at the top name the columns.</param>
/// <param name="HeaderColumns">How many columns at the left name the rows.</param>
/// <param name="Cells">Row by row; no two at one place.</param>
public sealed record BlockTable(IReadOnlyList<Run> Caption, int HeaderRows, int HeaderColumns, IReadOnlyList<BlockCell> Cells) : FlowBlock
{
    public int RowCount => Cells.Select(cell => cell.Row + cell.Rows).DefaultIfEmpty(0).Max();

    public int ColumnCount => Cells.Select(cell => cell.Column + cell.Columns).DefaultIfEmpty(0).Max();

    /// <summary>"Column", "Row" or "Both" for a cell that names others; null for one that does not.</summary>
    internal string? ScopeOf(BlockCell cell) =>
        cell.Blocks.Count == 0 ? null
        : cell.Row < HeaderRows ? "Column"
        : cell.Column < HeaderColumns ? "Row"
        : null;
}

/// <summary>A cell at the place where it starts, both counted from 0.</summary>
/// <param name="Columns">1 or more.</param>
/// <param name="Rows">1 or more.</param>
public sealed record BlockCell(int Row, int Column, int Columns, int Rows, IReadOnlyList<FlowBlock> Blocks);
