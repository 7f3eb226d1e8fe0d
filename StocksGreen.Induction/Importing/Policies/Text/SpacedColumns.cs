using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Finds tables whose columns are made by spaces, and puts each cell into its own column.</summary>
/// <remarks>
/// Raw: "Item            Staff   Pupils  Visitors", then "Guest wifi                      Yes": whether pupils or visitors may, only the place says.
/// </remarks>
internal static partial class SpacedColumns
{
    private const int FewestColumns = 3; // two may be a key detail and its value, which are read elsewhere
    private const int MostColumns = 20;
    private const int MostRows = 500;
    private const int LongestHead = 30;
    private const int Slack = 2;

    public static IReadOnlyList<SourceLine> Find(IReadOnlyList<SourceLine> lines)
    {
        var result = new List<SourceLine>(lines.Count);
        for (var i = 0; i < lines.Count; )
        {
            var rows = RowsFrom(lines, i);
            if (rows.Count < 2)
            {
                result.Add(lines[i]);
                i++;
                continue;
            }

            var table = new Table(default, 1, 0, [.. rows.Select(row => new TableRow([.. row.Select(words => TableCell.Of(InlineMarkup.ToRichText(words)))]))]);
            result.AddRange(
                rows.Select(
                    (row, at) =>
                        new SourceLine(lines[i + at].Page, lines[i + at].Indent, LineKind.TableRow, $"| {string.Join(" | ", row.Select(NoBar))} |")
                        {
                            TablePart = (table, at),
                        }
                )
            );
            i += rows.Count;
        }

        return result;
    }

    private static string NoBar(string words) => words.Replace('|', '/');

    /// <summary>The rows of the table that begins with a line; fewer than two where none does.</summary>
    private static List<string[]> RowsFrom(IReadOnlyList<SourceLine> lines, int first)
    {
        var head = Cells(lines[first]);
        if (head.Count is < FewestColumns or > MostColumns || head.Exists(cell => cell.Words.Length > LongestHead))
        {
            return [];
        }

        var rows = new List<string[]> { head.ConvertAll(cell => cell.Words).ToArray() };
        for (var at = first + 1; at < lines.Count && rows.Count < MostRows; at++)
        {
            var cells = Cells(lines[at]);
            var columns = cells.ConvertAll(cell => ColumnOf(cell, head));
            // Each cell stands under a head, and no two under the same.
            if (cells.Count < 2 || columns.Contains(-1) || columns.Distinct().Count() != columns.Count)
            {
                break;
            }

            var row = Enumerable.Repeat("", head.Count).ToArray();
            foreach (var (cell, column) in cells.Zip(columns))
            {
                row[column] = cell.Words;
            }

            rows.Add(row);
        }

        return rows;
    }

    private static int ColumnOf((int Start, string Words) cell, List<(int Start, string Words)> head) =>
        head.FindIndex(name => Math.Abs(name.Start - cell.Start) <= Slack);

    private static List<(int Start, string Words)> Cells(SourceLine line) =>
        line.Kind != LineKind.Text || line.HashLevel > 0 || line.IsWhole || !line.Raw.Contains("  ", StringComparison.Ordinal)
            ? []
            : [.. Cell().Matches(line.Raw).Select(cell => (line.Indent + cell.Index, cell.Value))];

    [GeneratedRegex(@"\S+(?: \S+)*", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Cell();
}
