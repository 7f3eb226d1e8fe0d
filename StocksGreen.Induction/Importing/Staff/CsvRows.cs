using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>Text to rows.</summary>
internal static partial class CsvRows
{
    /// <summary>What a cell of Excel holds at most.</summary>
    private const int LongestCell = 32_767;

    private const int MostColumns = 1_000;

    // An address or a note in a cell has fewer; more is a quotation mark out of place that swallows people.
    private const int MostLinesOfARow = 10;

    /// <summary>The rows of a file; the sentence says why they end before it does.</summary>
    /// <param name="utf8">The whole text.</param>
    /// <param name="atMost">Rows after which to stop.</param>
    internal static (IReadOnlyList<CsvRow> Rows, string? Refusal) Parse(byte[] utf8, char separator, int atMost = int.MaxValue)
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
        var rows = new List<CsvRow>();
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
            var breaks = 0;
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
                cells[i] = Clean(cell);
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

            rows.Add(new CsvRow(line, cells));
        }

        return (rows, null);
    }

    /// <summary>
    /// Raw: <c>="001042"</c> (so that Excel keeps the noughts), a no-break space, a line break inside quotes, a mark of writing direction, an accent next to
    /// its letter, <c>#N/A</c> of a formula that found nothing.
    /// </summary>
    private static string Clean(string cell)
    {
        cell = Spaces().Replace(Unseen().Replace(cell, "").Normalize(), " ").Trim();
        return AsText().Match(cell) is { Success: true } text ? text.Groups["text"].Value.Trim()
            : Nothing().IsMatch(cell) ? ""
            : cell;
    }

    [GeneratedRegex(@"[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"^(#N/A|#REF!|#VALUE!|#NAME\?|#NULL!|#DIV/0!|#NUM!|\(blank\))$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Spaces();

    [GeneratedRegex("^=\"(?<text>[^\"]*)\"$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AsText();
}
