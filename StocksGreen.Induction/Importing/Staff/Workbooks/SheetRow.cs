namespace StocksGreen.Induction.Importing.Staff.Workbooks;

/// <summary>A row of a sheet.</summary>
/// <param name="Number">As Excel shows it, from 1.</param>
/// <param name="Cells">What each cell shows, as text; "" where it shows nothing. A cell that is merged downwards says the same in each of its rows.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<string> Cells, bool IsHidden);
