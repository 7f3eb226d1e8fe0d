namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>The cells that start in one row, from the left; an empty cell stands as one without blocks.</summary>
public sealed record TableRow(IReadOnlyList<TableCell> Cells);
