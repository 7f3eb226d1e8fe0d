using System.Buffers;
using System.Globalization;
using System.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Spreadsheets;

/// <summary>A sheet as comma-separated values (RFC 4180) in UTF-8. It starts with a byte order mark, without which Excel reads another alphabet.</summary>
public static class CsvDocument
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>What makes a spreadsheet calculate instead of show, in ASCII and in the full-width forms that some take for the same.</summary>
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    /// <summary>Semicolon and tab too: where a spreadsheet splits at these, a half of a cell must not begin a cell of its own.</summary>
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\t\"\r\n");

    public static byte[] Create(Sheet sheet)
    {
        using var stream = new MemoryStream();
        Write(sheet, stream);
        return stream.ToArray();
    }

    /// <summary>Writes row by row, so that a long list needs no more memory than a short one.</summary>
    public static void Write(Sheet sheet, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', sheet.Columns.Select(column => Words(column.Heading))));
        foreach (var row in sheet.CheckedRows())
        {
            writer.WriteLine(string.Join(',', row.Select(Field)));
        }
    }

    private static string Field(SheetCell cell) =>
        cell switch
        {
            SheetCell.Empty => "",
            SheetCell.Text text => Words(text.Value),
            SheetCell.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
            SheetCell.Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            SheetCell.Moment moment => moment
                .Value.ToOffset(LondonTime.Offset(moment.Value))
                .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"{cell.GetType().Name} is no kind of cell.", nameof(cell)),
        };

    /// <summary>Text that a spreadsheet would calculate gets an apostrophe, which says "text" there: <c>-1:1 Support</c> is a role, not a sum.</summary>
    private static string Words(string text)
    {
        var first = text.AsSpan().TrimStart(" \u00A0\u3000\uFEFF\0");
        var safe = first.Length > 0 && FormulaStarts.Contains(first[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Quoted) || safe[0] == ' ' || safe[^1] == ' ' ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
