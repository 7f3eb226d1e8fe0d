namespace StocksGreen.Induction.Importing.Staff;

/// <summary>A row of a staff list: of a CSV file, a sheet or a table.</summary>
/// <param name="Line">On which it begins, from 1; of a sheet, the number that Excel shows next to it.</param>
/// <param name="Cells">Trimmed; line breaks and runs of space inside a cell are one space.</param>
internal sealed record ListRow(int Line, IReadOnlyList<string> Cells)
{
    internal int Filled => Cells.Count(cell => cell.Length > 0);

    /// <summary>Whether letters of it were encoded twice and were put right.</summary>
    internal bool IsRepaired { get; init; }

    /// <summary>Whether the sheet does not show it.</summary>
    internal bool IsHidden { get; init; }

    internal string At(int column) => column < Cells.Count ? Cells[column] : "";
}
