using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace StocksGreen.Induction.Importing.Staff.Workbooks;

/// <summary>Sheets of an Excel workbook: .xlsx, and .xls of Excel 97 to 2003. Formulas count as what they gave when the workbook was saved.</summary>
internal static class WorkbookReader
{
    // Workbooks of Excel 95 and of some programs name a code page for their letters.
    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>The sheets in the order of their tabs, or the sentence that refuses the file. Never throws for what a file may contain.</returns>
    internal static (IReadOnlyList<Sheet> Sheets, string? Refusal) Read(ReadOnlyMemory<byte> file)
    {
        var (bytes, refusal) = WorkbookPackage.Open(file);
        if (refusal is not null)
        {
            return ([], refusal);
        }

        try
        {
            using var stream = new MeteredStream(bytes, SheetLimits.MostBytesRead);
            using var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(1252) });
            return new Reading(reader).Sheets();
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            return ([], "This workbook is protected by a password. Open it in Excel, save a copy without the password, and choose that file.");
        }
        // The parser meets damage with whatever the damaged bytes lead it to, an index out of range as often as an exception of its own.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return ([], WorkbookPackage.Damaged);
        }
    }

    private sealed class Reading(IExcelDataReader reader)
    {
        private long cells;
        private long characters;

        internal (IReadOnlyList<Sheet> Sheets, string? Refusal) Sheets()
        {
            if (reader.ResultsCount > SheetLimits.MostSheets)
            {
                return ([], SheetLimits.TooMuch);
            }

            var sheets = new List<Sheet>();
            do
            {
                if (reader.VisibleState is not "visible")
                {
                    sheets.Add(new Sheet(reader.Name, IsHidden: true, [], Sheet.NoColumns));
                    continue;
                }

                var (rows, refusal) = Rows();
                if (refusal is not null)
                {
                    return ([], refusal);
                }

                // A format far to the right is no column of the list.
                var width = rows.Select(row => Width(row.Cells)).DefaultIfEmpty(0).Max();
                sheets.Add(
                    new Sheet(reader.Name, IsHidden: false, [.. rows.Select(row => row with { Cells = [.. row.Cells.Take(width)] })], HiddenColumns(width))
                );
            } while (reader.NextResult());

            return (sheets, null);
        }

        private (List<SheetRow> Rows, string? Refusal) Rows()
        {
            var rows = new List<SheetRow>();
            // The parser walks from row to row as far as the file says, also where it says two thousand million.
            if (reader.FieldCount > SheetLimits.MostColumns || reader.RowCount > SheetLimits.LastRow)
            {
                return (rows, SheetLimits.TooMuch);
            }

            var merged = Downwards();
            for (var number = 1; reader.Read(); number++)
            {
                // An empty row costs as well: a file of two rows may say that they are a million apart.
                cells += 1 + reader.FieldCount + merged.Count;
                if (cells > SheetLimits.MostCells)
                {
                    return (rows, SheetLimits.TooMuch);
                }

                var row = Cells();
                if (row is null && merged.Count == 0)
                {
                    continue;
                }

                var isFilled = row is not null;
                row ??= [.. Enumerable.Repeat("", reader.FieldCount)];
                if (Array.Exists(row, cell => cell.Length > SheetLimits.LongestCell))
                {
                    return (rows, string.Create(CultureInfo.InvariantCulture, $"Line {number} {SheetLimits.LongCell}"));
                }

                foreach (var cell in merged.Where(cell => cell.Holds(number - 1) && cell.Column < row.Length))
                {
                    cell.Carry(row, number - 1);
                    characters += row[cell.Column].Length;
                }

                if (characters > SheetLimits.MostCharacters)
                {
                    return (rows, SheetLimits.TooMuch);
                }

                if (!isFilled)
                {
                    continue;
                }

                rows.Add(new SheetRow(number, row, IsHidden: reader.RowHeight <= 0));
                if (rows.Count > SheetLimits.MostRows)
                {
                    return (rows, SheetLimits.TooManyRows);
                }
            }

            return (rows, null);
        }

        /// <returns>What the cells of the row show; null where they show nothing.</returns>
        private string[]? Cells()
        {
            string[]? row = null;
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetValue(i) is { } value && CellText.Of(value, reader.GetNumberFormatString(i)) is { Length: > 0 } text)
                {
                    row ??= [.. Enumerable.Repeat("", reader.FieldCount)];
                    row[i] = text;
                    characters += text.Length;
                }
            }

            return row;
        }

        /// <summary>Cells that are merged downwards. More than a list can have are the work of no one, and are left as they are.</summary>
        private List<Merged> Downwards() =>
            reader.MergeCells is { Length: <= 2_000 } ranges
                ? [.. ranges.Where(range => range.ToRow > range.FromRow).Select(range => new Merged(range.FromColumn, range.FromRow, range.ToRow))]
                : [];

        private static int Width(IReadOnlyList<string> cells)
        {
            var width = cells.Count;
            while (width > 0 && cells[width - 1].Length == 0)
            {
                width--;
            }

            return width;
        }

        private HashSet<int> HiddenColumns(int width) => [.. Enumerable.Range(0, width).Where(column => reader.GetColumnWidth(column) <= 0)];
    }

    private sealed class Merged(int column, int from, int to)
    {
        private string said = "";

        internal int Column => column;

        internal bool Holds(int row) => row >= from && row <= to;

        internal void Carry(string[] row, int at)
        {
            if (at == from)
            {
                said = row[column];
            }
            else if (row[column].Length == 0)
            {
                row[column] = said;
            }
        }
    }
}
