namespace StocksGreen.Induction.Documents.Spreadsheets;

/// <param name="Heading">Unlike that of every other column, whatever its case.</param>
/// <param name="Width">In characters; only a workbook has widths.</param>
public sealed record SheetColumn(string Heading, int Width = 16);
