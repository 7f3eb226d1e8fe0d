using System.Globalization;
using System.IO.Compression;
using System.Security;

namespace StocksGreen.Induction.Tests.Importing.Staff.Workbooks;

/// <summary>Writes an .xlsx workbook part by part, so that a test may put anything into it.</summary>
internal static class XlsxFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    internal static byte[] Of(params TestSheet[] sheets) => Zip(Parts(sheets));

    internal static Dictionary<string, string> Parts(params TestSheet[] sheets)
    {
        var formats = TestSheet.FormatsOf(sheets);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
            ["xl/workbook.xml"] =
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheets>"
                + string.Concat(
                    sheets.Select(
                        (sheet, i) =>
                            Invariant(
                                $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{i + 1}\" state=\"{State(sheet)}\" r:id=\"rId{i + 1}\"/>"
                            )
                    )
                )
                + "</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] =
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(
                    sheets.Select(
                        (_, i) => Invariant($"<Relationship Id=\"rId{i + 1}\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>")
                    )
                )
                + $"<Relationship Id=\"styles\" Type=\"{Relationships}/styles\" Target=\"styles.xml\"/></Relationships>",
            ["xl/styles.xml"] =
                $"<styleSheet xmlns=\"{Main}\"><numFmts>"
                + string.Concat(formats.Select((format, i) => Invariant($"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{SecurityElement.Escape(format)}\"/>")))
                + "</numFmts><cellXfs>"
                + string.Concat(formats.Select((_, i) => Invariant($"<xf numFmtId=\"{(i == 0 ? 0 : 164 + i)}\" applyNumberFormat=\"1\"/>")))
                + "</cellXfs></styleSheet>",
        };
        for (var i = 0; i < sheets.Length; i++)
        {
            parts[Invariant($"xl/worksheets/sheet{i + 1}.xml")] = Sheet(sheets[i], formats);
        }

        return parts;
    }

    internal static byte[] Zip(IReadOnlyDictionary<string, string> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(text);
            }
        }

        return bytes.ToArray();
    }

    private static string Sheet(TestSheet sheet, IReadOnlyList<string> formats) =>
        $"<worksheet xmlns=\"{Main}\"><cols>"
        + string.Concat(sheet.HiddenColumns.Select(column => Invariant($"<col min=\"{column + 1}\" max=\"{column + 1}\" width=\"0\" hidden=\"1\"/>")))
        + "</cols><sheetData>"
        + string.Concat(
            sheet.Rows.Select(
                (row, i) =>
                    Invariant($"<row r=\"{i + 1}\"{(sheet.HiddenRows.Contains(i) ? " hidden=\"1\"" : "")}>")
                    + string.Concat(row.Select((cell, column) => Cell(cell, $"{Column(column)}{Invariant($"{i + 1}")}", formats)))
                    + "</row>"
            )
        )
        + "</sheetData>"
        + (
            sheet.Merged.Length == 0
                ? ""
                : "<mergeCells>"
                    + string.Concat(
                        sheet.Merged.Select(one =>
                            Invariant($"<mergeCell ref=\"{Column(one.FromColumn)}{one.FromRow + 1}:{Column(one.ToColumn)}{one.ToRow + 1}\"/>")
                        )
                    )
                    + "</mergeCells>"
        )
        + "</worksheet>";

    private static string Cell(object? cell, string at, IReadOnlyList<string> formats) =>
        cell is null ? ""
        : TestSheet.Number(cell) is { } number ? Invariant($"<c r=\"{at}\" s=\"{formats.ToList().IndexOf(TestSheet.Format(cell))}\"><v>{number:R}</v></c>")
        : $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape((string)cell)}</t></is></c>";

    private static string State(TestSheet sheet) => sheet.IsHidden ? "hidden" : "visible";

    private static string Column(int column) => $"{(char)('A' + column)}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
