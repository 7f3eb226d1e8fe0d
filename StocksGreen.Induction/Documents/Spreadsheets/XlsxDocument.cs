using System.Globalization;
using System.IO.Compression;
using System.Xml;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Spreadsheets;

/// <summary>
/// Sheets as an Excel workbook (Office Open XML), each one table with a frozen heading row, filters and real dates. Text is stored as text and is never
/// calculated. Printed, each is as wide as a page on its side, with its title and its headings on every page. The same sheets give the same bytes.
/// </summary>
public static class XlsxDocument
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Indexes into <c>cellXfs</c> of the style sheet in <see cref="XlsxParts"/>.</summary>
    private const string HeadingStyle = "1",
        DayStyle = "2",
        MomentStyle = "3",
        TextStyle = "4";

    private static readonly DateTime FirstDay = new(1899, 12, 30);

    /// <param name="sheets">At least one, each with a name of its own.</param>
    public static byte[] Create(params IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        Write(stream, sheets);
        return stream.ToArray();
    }

    /// <summary>Writes row by row.</summary>
    /// <exception cref="ArgumentException">Two headings are alike, or there are more rows than a workbook holds (1,048,575).</exception>
    public static void Write(Stream stream, params IReadOnlyList<Sheet> sheets)
    {
        foreach (var sheet in sheets)
        {
            if (sheet.Columns.Select(column => column.Heading).Distinct(StringComparer.OrdinalIgnoreCase).Count() != sheet.Columns.Count)
            {
                throw new ArgumentException($"Two headings of “{sheet.Name}” are alike.", nameof(sheets));
            }
        }

        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, xml) in XlsxParts.Fixed([.. sheets.Select(sheet => (sheet.Name, sheet.Title))]))
        {
            Part(archive, path, writer => writer.WriteRaw(xml));
        }

        for (var number = 1; number <= sheets.Count; number++)
        {
            var (sheet, rows) = (sheets[number - 1], 0);
            Part(archive, $"xl/worksheets/sheet{Invariant(number)}.xml", writer => rows = WriteSheet(writer, sheet, isFirst: number == 1));
            Part(archive, $"xl/tables/table{Invariant(number)}.xml", writer => WriteTable(writer, sheet, Invariant(number), Math.Max(rows, 1)));
        }
    }

    /// <returns>How many rows stand under the headings.</returns>
    private static int WriteSheet(XmlWriter writer, Sheet sheet, bool isFirst)
    {
        writer.WriteStartElement("worksheet", Main);
        writer.WriteRaw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>""");
        writer.WriteStartElement("sheetViews", Main);
        writer.WriteRaw(isFirst ? """<sheetView tabSelected="1" workbookViewId="0">""" : """<sheetView workbookViewId="0">""");
        writer.WriteRaw("""<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>""");
        writer.WriteEndElement();
        writer.WriteStartElement("cols", Main);
        for (var column = 1; column <= sheet.Columns.Count; column++)
        {
            writer.WriteStartElement("col", Main);
            writer.WriteAttributeString("min", Invariant(column));
            writer.WriteAttributeString("max", Invariant(column));
            writer.WriteAttributeString("width", Invariant(sheet.Columns[column - 1].Width));
            writer.WriteAttributeString("customWidth", "1");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteStartElement("sheetData", Main);
        WriteRow(writer, 1, [.. sheet.Columns.Select(column => SheetCell.From(column.Heading))], HeadingStyle);
        var rows = 0;
        foreach (var row in sheet.CheckedRows())
        {
            rows = rows < 1_048_575 ? rows + 1 : throw new ArgumentException($"“{sheet.Name}” has more rows than a workbook holds.", nameof(sheet));
            WriteRow(writer, rows + 1, row, TextStyle);
        }

        if (rows == 0)
        {
            // A table without a row is one that Excel offers to repair.
            WriteRow(writer, 2, [.. sheet.Columns.Select(_ => SheetCell.Blank)], TextStyle);
        }

        writer.WriteEndElement();
        // As wide as one A4 page on its side, and as many pages long as it needs.
        writer.WriteRaw("""<pageMargins left="0.5" right="0.5" top="0.8" bottom="0.6" header="0.35" footer="0.3"/>""");
        writer.WriteRaw("""<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>""");
        writer.WriteStartElement("headerFooter", Main);
        writer.WriteElementString("oddHeader", Main, "&L" + XlsxParts.Header(sheet.Title));
        writer.WriteElementString("oddFooter", Main, "&RPage &P of &N");
        writer.WriteEndElement();
        writer.WriteStartElement("tableParts", Main);
        writer.WriteAttributeString("count", "1");
        writer.WriteStartElement("tablePart", Main);
        writer.WriteAttributeString("r", "id", Relations, "rId1");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
        return rows;
    }

    private static void WriteRow(XmlWriter writer, int number, IReadOnlyList<SheetCell> cells, string textStyle)
    {
        writer.WriteStartElement("row", Main);
        writer.WriteAttributeString("r", Invariant(number));
        for (var column = 0; column < cells.Count; column++)
        {
            WriteCell(writer, XlsxParts.ColumnName(column) + Invariant(number), cells[column], textStyle);
        }

        writer.WriteEndElement();
    }

    private static void WriteCell(XmlWriter writer, string reference, SheetCell cell, string textStyle)
    {
        switch (cell)
        {
            case SheetCell.Empty:
                return;
            case SheetCell.Number number:
                Value(null, Invariant(number.Value));
                return;
            case SheetCell.Day { Value.Year: >= 1901 } day:
                Value(DayStyle, Invariant((day.Value.ToDateTime(TimeOnly.MinValue) - FirstDay).Days));
                return;
            case SheetCell.Moment moment:
                var london = moment.Value.ToOffset(LondonTime.Offset(moment.Value)).DateTime;
                Value(MomentStyle, (london - FirstDay).TotalDays.ToString("R", CultureInfo.InvariantCulture));
                return;
            case SheetCell.Day old:
                // Excel has no days before 1900, and takes 1900 for a leap year.
                Words(old.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                return;
            case SheetCell.Text text:
                Words(text.Value);
                return;
            default:
                throw new ArgumentException($"{cell.GetType().Name} is no kind of cell.", nameof(cell));
        }

        void Start(string? style)
        {
            writer.WriteStartElement("c", Main);
            writer.WriteAttributeString("r", reference);
            if (style is not null)
            {
                writer.WriteAttributeString("s", style);
            }
        }

        void Value(string? style, string value)
        {
            Start(style);
            writer.WriteElementString("v", Main, value);
            writer.WriteEndElement();
        }

        void Words(string text)
        {
            Start(textStyle);
            writer.WriteAttributeString("t", "inlineStr");
            writer.WriteStartElement("is", Main);
            writer.WriteStartElement("t", Main);
            writer.WriteAttributeString("xml", "space", null, "preserve");
            writer.WriteString(XlsxParts.Text(text));
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
    }

    private static void WriteTable(XmlWriter writer, Sheet sheet, string number, int rows)
    {
        var range = $"A1:{XlsxParts.ColumnName(sheet.Columns.Count - 1)}{Invariant(rows + 1)}";
        writer.WriteStartElement("table", Main);
        writer.WriteAttributeString("id", number);
        writer.WriteAttributeString("name", "Table" + number);
        writer.WriteAttributeString("displayName", "Table" + number);
        writer.WriteAttributeString("ref", range);
        writer.WriteStartElement("autoFilter", Main);
        writer.WriteAttributeString("ref", range);
        writer.WriteEndElement();
        writer.WriteStartElement("tableColumns", Main);
        writer.WriteAttributeString("count", Invariant(sheet.Columns.Count));
        for (var column = 1; column <= sheet.Columns.Count; column++)
        {
            writer.WriteStartElement("tableColumn", Main);
            writer.WriteAttributeString("id", Invariant(column));
            writer.WriteAttributeString("name", XlsxParts.Text(sheet.Columns[column - 1].Heading));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteRaw("""<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>""");
        writer.WriteEndElement();
    }

    private static void Part(ZipArchive archive, string path, Action<XmlWriter> write)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
        // The earliest time that the format can say; else the hour would be in the bytes.
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) });
        writer.WriteStartDocument(standalone: true);
        write(writer);
    }

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
