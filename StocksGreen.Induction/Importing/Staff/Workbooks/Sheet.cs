namespace StocksGreen.Induction.Importing.Staff.Workbooks;

/// <summary>A sheet of a workbook, or a table of a web page.</summary>
/// <param name="Name">As its tab says; "Table 2" for a table of a web page.</param>
/// <param name="IsHidden">Whether Excel shows no tab for it. Its rows are then not read.</param>
/// <param name="Rows">Those in which a cell is filled, from the top.</param>
/// <param name="HiddenColumns">From 0.</param>
internal sealed record Sheet(string Name, bool IsHidden, IReadOnlyList<SheetRow> Rows, IReadOnlySet<int> HiddenColumns)
{
    internal static readonly IReadOnlySet<int> NoColumns = new HashSet<int>();
}
