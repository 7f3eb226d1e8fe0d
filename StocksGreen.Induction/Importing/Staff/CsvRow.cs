namespace StocksGreen.Induction.Importing.Staff;

/// <summary>A row of a CSV file.</summary>
/// <param name="Line">On which it begins, from 1.</param>
/// <param name="Cells">Trimmed; line breaks and runs of space inside a cell are one space.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells)
{
    internal int Filled => Cells.Count(cell => cell.Length > 0);

    internal string At(int column) => column < Cells.Count ? Cells[column] : "";
}
