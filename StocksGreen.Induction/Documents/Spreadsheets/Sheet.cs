namespace StocksGreen.Induction.Documents.Spreadsheets;

/// <summary>A table to be opened in a spreadsheet.</summary>
/// <param name="Name">What the tab says: "Who has not signed".</param>
/// <param name="Rows">Each with one cell a column. Read once, so that they may come from a long list as it is read.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<SheetCell>> Rows)
{
    /// <summary>What stands over each page of it on paper: "Register, as at 31 August 2026"; the tab's name where nothing else is said.</summary>
    public string Title { get; init; } = Name;

    /// <summary>The rows, each looked at: a cell too few would shift all that stand after it.</summary>
    /// <exception cref="InvalidOperationException">A row has more or fewer cells than there are columns.</exception>
    internal IEnumerable<IReadOnlyList<SheetCell>> CheckedRows() =>
        Rows.Select(
            (row, index) =>
                row.Count == Columns.Count
                    ? row
                    : throw new InvalidOperationException($"Row {index + 1} of “{Name}” has {row.Count} cells under {Columns.Count} headings.")
        );
}
