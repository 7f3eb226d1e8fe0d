using System.Globalization;
using System.Xml;

namespace StocksGreen.Induction.Importing.Staff.Workbooks;

/// <summary>"XML Spreadsheet 2003", which several systems save as .xls or .xml.</summary>
internal static class SpreadsheetXml
{
    private const string Namespace = "urn:schemas-microsoft-com:office:spreadsheet";
    private const int MostColumns = 1_000;

    internal static bool IsSpreadsheet(string text) =>
        text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal)
        && text.AsSpan(0, Math.Min(text.Length, 4_096)).Contains(Namespace, StringComparison.Ordinal);

    /// <returns>The sheets in the order of their tabs, or the sentence that refuses the file.</returns>
    internal static (IReadOnlyList<Sheet> Sheets, string? Refusal) Read(string text)
    {
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(text.TrimStart()),
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    IgnoreWhitespace = false,
                }
            );
            return Read(reader);
        }
        catch (XmlException)
        {
            return ([], WorkbookPackage.Damaged);
        }
    }

    private static (IReadOnlyList<Sheet> Sheets, string? Refusal) Read(XmlReader reader)
    {
        var sheets = new List<Sheet>();
        var (rows, row, number, column, isHidden) = (new List<SheetRow>(), new List<string>(), 0, 0, false);
        while (reader.Read())
        {
            if (reader.NodeType is not XmlNodeType.Element || reader.NamespaceURI != Namespace)
            {
                if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "Row", NamespaceURI: Namespace } && row.Exists(cell => cell.Length > 0))
                {
                    rows.Add(new SheetRow(number, row, isHidden));
                }

                continue;
            }

            switch (reader.LocalName)
            {
                case "Worksheet":
                    rows = [];
                    number = 0;
                    sheets.Add(new Sheet(reader.GetAttribute("Name", Namespace) ?? "", IsHidden: false, rows, Sheet.NoColumns));
                    break;
                case "Row":
                    number = Math.Max(number + 1, Whole(reader, "Index"));
                    (row, column, isHidden) = ([], 0, reader.GetAttribute("Hidden", Namespace) == "1");
                    break;
                case "Cell":
                    column = Math.Max(column + 1, Whole(reader, "Index"));
                    if (column > MostColumns)
                    {
                        return ([], SheetLimits.TooMuch);
                    }

                    while (row.Count < column)
                    {
                        row.Add("");
                    }

                    column += Math.Min(Whole(reader, "MergeAcross"), MostColumns);
                    break;
                case "Data" when row.Count > 0:
                    var isDate = reader.GetAttribute("Type", Namespace) == "DateTime";
                    using (var data = reader.ReadSubtree())
                    {
                        row[^1] = Text(data);
                    }

                    row[^1] = isDate && row[^1].EndsWith("T00:00:00.000", StringComparison.Ordinal) ? row[^1][..10] : row[^1];
                    break;
            }

            var refusal =
                rows.Count > SheetLimits.MostRows ? SheetLimits.TooManyRows
                : sheets.Count > SheetLimits.MostSheets ? SheetLimits.TooMuch
                : row.Count > 0 && row[^1].Length > SheetLimits.LongestCell
                    ? string.Create(CultureInfo.InvariantCulture, $"Line {number} {SheetLimits.LongCell}")
                : null;
            if (refusal is not null)
            {
                return ([], refusal);
            }
        }

        return (sheets, null);
    }

    /// <summary>All the text of an element, whatever is marked bold within it.</summary>
    private static string Text(XmlReader data)
    {
        var text = new System.Text.StringBuilder();
        while (data.Read())
        {
            text.Append(data.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace ? data.Value : "");
        }

        return text.ToString();
    }

    private static int Whole(XmlReader reader, string name) =>
        int.TryParse(reader.GetAttribute(name, Namespace), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
