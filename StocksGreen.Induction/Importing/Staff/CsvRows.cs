using System.Globalization;
using CsvHelper;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>Text to rows.</summary>
internal static class CsvRows
{
    /// <summary>What a cell of Excel holds at most.</summary>
    private const int LongestCell = 32_767;

    private const int MostColumns = 1_000;

    // An address or a note in a cell has fewer; more is a quotation mark out of place that swallows people.
    private const int MostLinesOfARow = 10;

    /// <summary>The rows of a file; the sentence says why they end before it does.</summary>
    /// <param name="utf8">The whole text.</param>
    /// <param name="atMost">Rows after which to stop.</param>
    internal static (IReadOnlyList<ListRow> Rows, string? Refusal) Parse(byte[] utf8, char separator, int atMost = int.MaxValue)
    {
        CsvMalformedRecord? broken = null;
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            DetectSeparatorHint = false, // "sep=;" is a line like others; its separator is found anyhow
            TrimWhitespace = true,
            IncludeValuesInExceptions = false,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record =>
                broken ??= record.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote ? record : null,
        };
        var rows = new List<ListRow>();
        using var reader = CsvReader.Create(utf8, options);
        while (rows.Count < atMost && reader.Read())
        {
            var line = (int)reader.LineNumber;
            if (broken is { } record)
            {
                return (
                    rows,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"A quotation mark that is opened in the row of line {line} is "
                            + $"{(record.Reason is CsvMalformedReason.UnterminatedQuote ? "never closed" : "closed in the middle of a cell")}, so nobody "
                            + $"can say where its cells end. Correct that line, or export the list again."
                    )
                );
            }

            if (reader.FieldCount > MostColumns)
            {
                return (rows, string.Create(CultureInfo.InvariantCulture, $"Line {line} has {reader.FieldCount} cells. Check that this is a staff list."));
            }

            var cells = new string[reader.FieldCount];
            var (breaks, isRepaired) = (0, false);
            for (var i = 0; i < cells.Length; i++)
            {
                if (reader.GetSpan(i).Length > LongestCell)
                {
                    return (
                        rows,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Line {line} has a cell of more than {LongestCell} characters. Check that this is a staff list."
                        )
                    );
                }

                var cell = reader.GetString(i);
                breaks += cell.AsSpan().Count('\n');
                var repaired = ListCell.Repaired(cell);
                isRepaired |= repaired is not null;
                cells[i] = ListCell.Clean(repaired ?? cell);
            }

            if (breaks >= MostLinesOfARow)
            {
                return (
                    rows,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The row of line {line} goes over {breaks + 1} lines: perhaps a quotation mark is out of place. Correct that line, or export "
                            + $"the list again."
                    )
                );
            }

            rows.Add(new ListRow(line, cells) { IsRepaired = isRepaired });
        }

        return (rows, null);
    }
}
