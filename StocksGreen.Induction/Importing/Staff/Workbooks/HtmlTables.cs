using System.Net;
using System.Text;

namespace StocksGreen.Induction.Importing.Staff.Workbooks;

/// <summary>
/// Tables of a web page, which many systems save as .xls and Excel opens with a warning. Only what makes a table is looked at: rows, cells, what they span, and
/// whether they are shown.
/// </summary>
/// <remarks>One pass over the text, whatever it holds: no tag has to be closed, and none makes another be read again.</remarks>
internal static class HtmlTables
{
    private const int MostColumns = 1_000;

    /// <summary>Whether a text is a web page with a table in it.</summary>
    internal static bool IsPage(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("<", StringComparison.Ordinal)
            && !start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            && text.Contains("<table", StringComparison.OrdinalIgnoreCase);
    }

    /// <returns>A sheet for each table that holds a filled row, or the sentence that refuses the page.</returns>
    internal static (IReadOnlyList<Sheet> Sheets, string? Refusal) Read(string text)
    {
        var page = new Page();
        for (var at = 0; at < text.Length && page.Refusal is null; )
        {
            var open = text.IndexOf('<', at);
            page.Text(text.AsSpan(at, (open < 0 ? text.Length : open) - at));
            if (open < 0)
            {
                break;
            }

            at =
                open + 1 < text.Length && (char.IsAsciiLetter(text[open + 1]) || text[open + 1] is '/' or '!' or '?')
                    ? Tag(text, open, page)
                    : Less(open, page);
        }

        page.End();
        return page.Refusal is { } refusal ? ([], refusal) : (page.Sheets(), null);
    }

    /// <summary>Raw: "under &lt; 5" without an entity.</summary>
    private static int Less(int at, Page page)
    {
        page.Text("<");
        return at + 1;
    }

    /// <returns>Where the text goes on.</returns>
    private static int Tag(string text, int open, Page page)
    {
        if (string.CompareOrdinal(text, open, "<!--", 0, 4) == 0)
        {
            return After(text, "-->", open + 4);
        }

        var name = open + 1 < text.Length && text[open + 1] == '/' ? open + 2 : open + 1;
        var end = name;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        var close = End(text, end);
        var tag = text[name..Math.Min(end, name + 12)].ToLowerInvariant();
        if (name == open + 1 && tag is "script" or "style" or "title" or "textarea" or "noscript")
        {
            return After(text, $"</{tag}", close);
        }

        if (name == open + 2)
        {
            page.Closed(tag);
        }
        else
        {
            page.Opened(tag, text.AsSpan(end, Math.Min(close, text.Length) - end));
        }

        return close;
    }

    /// <summary>After the bracket that closes a tag; one in quotation marks is none.</summary>
    private static int End(string text, int at)
    {
        var quote = '\0';
        for (; at < text.Length; at++)
        {
            var sign = text[at];
            if (quote != '\0')
            {
                quote = sign == quote ? '\0' : quote;
            }
            else if (sign is '"' or '\'')
            {
                quote = sign;
            }
            else if (sign == '>')
            {
                return at + 1;
            }
        }

        return text.Length;
    }

    private static int After(string text, string what, int from)
    {
        var at = from < text.Length ? text.IndexOf(what, from, StringComparison.OrdinalIgnoreCase) : -1;
        return at < 0 ? text.Length : at + what.Length;
    }

    private sealed class Page
    {
        private readonly List<Table> tables = [];

        // Tables within a cell are text of that cell.
        private int depth;
        private StringBuilder? cell;
        private int columns = 1;
        private int rows = 1;

        internal string? Refusal { get; private set; }

        /// <summary>A page may end in the middle of a table.</summary>
        internal void End()
        {
            EndCell();
            tables.ForEach(table => table.End());
        }

        internal IReadOnlyList<Sheet> Sheets() =>
            [
                .. tables
                    .Where(table => table.Rows.Count > 0)
                    .Take(SheetLimits.MostSheets)
                    .Select((table, i) => new Sheet($"Table {i + 1}", IsHidden: false, table.Rows, Sheet.NoColumns)),
            ];

        internal void Text(ReadOnlySpan<char> text)
        {
            cell?.Append(text);
            Refusal ??= cell?.Length > 2 * SheetLimits.LongestCell ? $"A row of this page {SheetLimits.LongCell}" : null;
        }

        internal void Opened(string tag, ReadOnlySpan<char> attributes)
        {
            switch (tag)
            {
                case "table" when ++depth == 1:
                    tables.Add(new Table());
                    break;
                case "tr" when depth == 1:
                    EndCell();
                    tables[^1].Begin(IsHidden(attributes));
                    Refusal ??=
                        tables[^1].Rows.Count > SheetLimits.MostRows ? SheetLimits.TooManyRows
                        : tables[^1].Cost > SheetLimits.MostCharacters ? SheetLimits.TooMuch
                        : null;
                    break;
                case "td" or "th" when depth == 1:
                    EndCell();
                    cell = new StringBuilder();
                    (columns, rows) = (Span(attributes, "colspan", MostColumns), Span(attributes, "rowspan", SheetLimits.MostRows));
                    break;
                case "br" or "p" or "div" or "li" or "td" or "th" or "tr":
                    Text(" ");
                    break;
            }
        }

        internal void Closed(string tag)
        {
            switch (tag)
            {
                case "table" when depth > 0:
                    if (depth == 1)
                    {
                        EndCell();
                        tables[^1].End();
                    }

                    depth--;
                    break;
                case "tr" when depth == 1:
                    EndCell();
                    tables[^1].End();
                    break;
                case "td" or "th" when depth == 1:
                    EndCell();
                    break;
                case "p" or "div" or "li":
                    Text(" ");
                    break;
            }
        }

        private void EndCell()
        {
            if (cell is null)
            {
                return;
            }

            var text = WebUtility.HtmlDecode(cell.ToString()).Replace('\u00A0', ' ').Trim();
            Refusal ??=
                text.Length > SheetLimits.LongestCell ? $"A row of this page {SheetLimits.LongCell}"
                : !tables[^1].Add(text, columns, rows, MostColumns) ? "A row of this page has more than 1,000 cells. Check that this is a staff list."
                : null;
            cell = null;
        }

        private static bool IsHidden(ReadOnlySpan<char> attributes)
        {
            var at = attributes.IndexOf("display", StringComparison.OrdinalIgnoreCase);
            return at >= 0 && attributes[(at + 7)..].TrimStart(" :").StartsWith("none", StringComparison.OrdinalIgnoreCase);
        }

        /// <summary>Raw: <c>colspan=3</c>, <c>rowspan="2"</c>.</summary>
        private static int Span(ReadOnlySpan<char> attributes, string name, int most)
        {
            var at = attributes.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return 1;
            }

            var rest = attributes[(at + name.Length)..].TrimStart(" =\"'");
            var digits = 0;
            while (digits < Math.Min(rest.Length, 6) && char.IsAsciiDigit(rest[digits]))
            {
                digits++;
            }

            return digits == 0 ? 1 : Math.Clamp(int.Parse(rest[..digits], System.Globalization.CultureInfo.InvariantCulture), 1, most);
        }
    }

    private sealed class Table
    {
        // What a cell above still says here: by column, the text and for how many rows more.
        private readonly Dictionary<int, (string Text, int Left)> above = [];
        private List<string>? row;
        private bool isHidden;
        private bool isFilled;
        private int number;

        internal List<SheetRow> Rows { get; } = [];

        /// <summary>Cells and their characters, those that are carried down counted in each row.</summary>
        internal long Cost { get; private set; }

        internal void Begin(bool hidden)
        {
            End();
            number++;
            (row, isHidden, isFilled) = ([], hidden, false);
        }

        /// <returns>False where the row has too many cells.</returns>
        internal bool Add(string text, int columns, int rows, int most)
        {
            if (row is null)
            {
                Begin(hidden: false);
            }

            FromAbove();
            if (row!.Count + columns > most)
            {
                return false;
            }

            isFilled |= text.Length > 0;
            Cost += columns + text.Length;
            if (rows > 1)
            {
                above[row.Count] = (text, rows - 1);
            }

            row.Add(text);
            row.AddRange(Enumerable.Repeat("", columns - 1));
            return true;
        }

        internal void End()
        {
            if (row is null)
            {
                return;
            }

            FromAbove();
            if (isFilled)
            {
                Rows.Add(new SheetRow(number, row, isHidden));
            }

            row = null;
        }

        private void FromAbove()
        {
            while (above.TryGetValue(row!.Count, out var cell))
            {
                if (cell.Left == 1)
                {
                    above.Remove(row.Count);
                }
                else
                {
                    above[row.Count] = cell with { Left = cell.Left - 1 };
                }

                row.Add(cell.Text);
                Cost += 1 + cell.Text.Length;
            }
        }
    }
}
