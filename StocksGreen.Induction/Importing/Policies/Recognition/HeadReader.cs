using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>What stands before the first section, apart from the title and the school.</summary>
/// <param name="Preamble">The lines that are text.</param>
internal sealed record Head(IReadOnlyList<KeyDetail> KeyDetails, IReadOnlyList<SourceLine> Preamble);

/// <summary>Sorts the head of the document into key details, preamble, and lines that have no place, which go to the warnings.</summary>
internal static class HeadReader
{
    // A motto or a date is short; a longer line is more likely to be missed than to disturb, so that it stays in the preamble.
    private const int MostWordsOfLineWithoutPlace = 8;
    private const int MostWordsWithoutPlace = 15;
    private const int MostLinesWithoutPlace = 50;

    // Twenty thousand lines of "Approved by:" are each asked for what stands below, so that none may look through all of them.
    private const int MostTornNames = 20;
    private const int MostNamesAbove = 8;
    private const int MostRowsOfPairs = 8;

    private static readonly string[] NamesOfHistory = ["change", "amend", "comment", "summary", "description", "reason"];

    /// <summary>The lines above <paramref name="end"/> that are key details or only name them.</summary>
    public static HashSet<int> FindDetailLines(IReadOnlyList<SourceLine> lines, int end)
    {
        var found = new HashSet<int>();
        for (var i = 0; i < end; i++)
        {
            if (NamedAbove(lines, i).Count > 0)
            {
                found.UnionWith([i, i + 1]);
                i++;
            }
            else if (HistoryLength(lines, i) is > 0 and var rows)
            {
                i += rows - 1;
            }
            else if (KeyDetailReader.IsLabel(lines[i].Plain) || (lines[i].Kind == LineKind.TableRow && KeyDetailReader.FromRow(lines[i]).Count > 0))
            {
                found.Add(i);
            }
            else if (lines[i].Kind != LineKind.TableRow && ReadLine(lines, i) is { } detail)
            {
                // What stands below as its value is part of it, however much it looks like a heading.
                var first = i;
                TakeDetails(lines, ref i, end, detail);
                found.UnionWith(Enumerable.Range(first, i - first + 1));
            }
        }

        return found;
    }

    /// <param name="end">Index of the first section's heading.</param>
    /// <param name="isTaken">True for the lines of the title and the school.</param>
    public static Head Parse(IReadOnlyList<SourceLine> lines, int end, Func<int, bool> isTaken, string title, string school, WarningList warnings)
    {
        var details = new List<KeyDetail>();
        var preamble = new List<SourceLine>();
        var homeless = new List<string>();
        var hasText = false;
        for (var i = 0; i < end; i++)
        {
            var line = lines[i];
            if (line.IsGap)
            {
                preamble.Add(line);
            }
            else if (line.Kind == LineKind.Block)
            {
                // A crest above the title is no text yet.
                preamble.Add(line);
            }
            else if (line.Kind == LineKind.TableRow && line.Cells.All(cell => cell.Length == 0) && IsNextToDetails(lines, i))
            {
                preamble.Add(SourceLine.Blank(line.Page));
            }
            else if (NamedAbove(lines, i) is { Count: > 0 } above)
            {
                details.AddRange(above);
                preamble.Add(SourceLine.Blank(line.Page));
                i++;
            }
            else if (HistoryLength(lines, i) is > 0 and var rows)
            {
                hasText = true;
                preamble.AddRange(lines.Skip(i).Take(rows));
                i += rows - 1;
            }
            else if (isTaken(i) || (!hasText && (line.Plain == title || line.Plain == school)))
            {
                preamble.Add(SourceLine.Blank(line.Page));
            }
            else if (KeyDetailReader.IsLabel(line.Plain))
            {
                preamble.Add(SourceLine.Blank(line.Page));
                if (Words.Key(line.Plain) != "keydetails")
                {
                    homeless.Add(line.Plain);
                }
            }
            else if (line.Kind == LineKind.TableRow && KeyDetailReader.FromRow(line) is { Count: > 0 } row)
            {
                details.AddRange(row);
                preamble.Add(SourceLine.Blank(line.Page));
            }
            else if (ReadLine(lines, i) is { } detail)
            {
                details.AddRange(TakeDetails(lines, ref i, end, detail));
                preamble.Add(SourceLine.Blank(line.Page));
            }
            else if (!hasText && LengthWithoutPlace(lines, i, end) is > 0 and var length)
            {
                homeless.AddRange(lines.Skip(i).Take(length).Select(each => each.Plain));
                i += length - 1;
            }
            else
            {
                hasText = true;
                preamble.Add(line);
            }
        }

        if (homeless.Count > 0)
        {
            warnings.Add($"We left out this line: {WarningList.Quote(homeless)}.");
        }

        return new Head(details, preamble);
    }

    /// <summary>An empty row of a table of key details says nothing.</summary>
    private static bool IsNextToDetails(IReadOnlyList<SourceLine> lines, int at) =>
        (at > 0 && lines[at - 1].Kind == LineKind.TableRow && KeyDetailReader.FromRow(lines[at - 1]).Count > 0)
        || (at + 1 < lines.Count && lines[at + 1].Kind == LineKind.TableRow && KeyDetailReader.FromRow(lines[at + 1]).Count > 0);

    private static KeyDetail? ReadLine(IReadOnlyList<SourceLine> lines, int at)
    {
        var line = lines[at];
        var isInRun = HasShapeNext(lines, at, -1) || HasShapeNext(lines, at, 1);
        var detail = KeyDetailReader.FromLine(line, isInRun);
        var leadsList = detail is { Value.Length: 0 } && NextPrinted(lines, at) is { Kind: LineKind.Bullet };
        return leadsList ? null : detail;
    }

    /// <summary>Raw: "Approved: May 2026", "Wardens: Mr Dunn": where paragraphs stand apart, one with a usual name vouches for its neighbour.</summary>
    private static bool HasShapeNext(IReadOnlyList<SourceLine> lines, int at, int step)
    {
        var next = at + step;
        var isApart = lines[at].IsWhole && next >= 0 && next < lines.Count && lines[next].IsGap;
        next += isApart ? step : 0;
        return next >= 0
            && next < lines.Count
            && KeyDetailReader.HasShape(lines[next])
            && (!isApart || KeyDetailReader.FromLine(lines[next], isInRun: false) is { Value.Length: > 0 });
    }

    /// <param name="at">The line of the detail; afterwards the last line that it takes up.</param>
    private static IEnumerable<KeyDetail> TakeDetails(IReadOnlyList<SourceLine> lines, ref int at, int end, KeyDetail detail)
    {
        if (TakeTornColumns(lines, at, end) is [.., var last] torn)
        {
            at = last.ValueLine;
            return torn.Select(pair => pair.Detail);
        }

        return [TakeValueBelow(lines, ref at, end, detail)];
    }

    private static SourceLine? NextPrinted(IReadOnlyList<SourceLine> lines, int at) =>
        NextPrintedIndex(lines, at) is var next && next < lines.Count ? lines[next] : null;

    private static int NextPrintedIndex(IReadOnlyList<SourceLine> lines, int at)
    {
        do
        {
            at++;
        } while (at < lines.Count && lines[at].IsGap);
        return at;
    }

    // Raw: "Approved by:" then "The governing body", also below a gap; "Committee: Standards" then "and curriculum"; a value that goes on in its own column
    private static KeyDetail TakeValueBelow(IReadOnlyList<SourceLine> lines, ref int at, int end, KeyDetail detail)
    {
        var column = ColumnOfValue(lines[at], detail);
        if (detail.Value.Length == 0 && NextPrintedIndex(lines, at) is var first && first < end && IsValue(lines, first, isApart: first > at + 1))
        {
            var isApart = first > at + 1;
            at = first;
            detail = detail with { Value = lines[first].Plain };
            // Raw: "Policy owner:", a gap, "Mrs J. Fairweather, Deputy", "Headteacher", a gap
            if (isApart && at + 2 < end && lines[at + 2].IsGap && IsValue(lines, at + 1, isApart: true))
            {
                at++;
                detail = detail with { Value = $"{detail.Value} {lines[at].Plain}" };
            }
        }

        while (
            at + 1 < end
            && IsValue(lines, at + 1, isApart: false)
            && (Words.StartsLowerCase(lines[at + 1].Plain) || (column is { } left && lines[at + 1].Indent >= left - 1))
        )
        {
            at++;
            detail = detail with { Value = $"{detail.Value} {lines[at].Plain}" };
        }

        return detail;
    }

    /// <param name="isApart">True where a gap stands between the name and this line: then a sentence is no value.</param>
    private static bool IsValue(IReadOnlyList<SourceLine> lines, int at, bool isApart) =>
        lines[at] is { Kind: LineKind.Text, HashLevel: 0 } line
        && Words.AreAtMost(line.Plain, 12)
        && Words.LastMark(line.Plain) != ':'
        && ReadLine(lines, at) is null
        && !(
            isApart
            && (
                Words.LastMark(line.Plain) == '.'
                || (SectionLabel.TryRead(line.Plain) is not null && ReviewDateReader.ReadMonth(line.Plain) is null)
                || Words.IsCapitals(line.Plain)
            )
        );

    /// <summary>Raw: "Policy owner:          Mrs J. Fairweather, Deputy": where the value begins; null where it is next to its name.</summary>
    private static int? ColumnOfValue(SourceLine line, KeyDetail detail)
    {
        var at = detail.Value.Length == 0 ? -1 : line.Text.LastIndexOf(detail.Value.Split(' ')[0], StringComparison.Ordinal);
        while (at > 2 && line.Text.LastIndexOf("  ", at - 1, StringComparison.Ordinal) != at - 2)
        {
            at = line.Text.LastIndexOf(detail.Value.Split(' ')[0], at - 1, StringComparison.Ordinal);
        }

        return at > 2 ? line.Indent + at : null;
    }

    /// <summary>
    /// Raw: "Approved by:", "Date:", "Review:" and then "Governing body", "May 2026", "May 2028": a table whose columns came one after the other.
    /// </summary>
    /// <returns>None where the values cannot be told: there must be just as many, one line each.</returns>
    private static List<(KeyDetail Detail, int ValueLine)> TakeTornColumns(IReadOnlyList<SourceLine> lines, int at, int end)
    {
        var names = new List<KeyDetail>();
        for (; at < end && lines[at].Kind == LineKind.Text && ReadLine(lines, at) is { Value.Length: 0 } name; at = NextPrintedIndex(lines, at))
        {
            names.Add(name);
            if (names.Count > MostTornNames)
            {
                return [];
            }
        }

        var values = new List<int>();
        for (; at < end && values.Count <= names.Count && IsValue(lines, at, isApart: true); at = NextPrintedIndex(lines, at))
        {
            values.Add(at);
        }

        return names.Count > 1 && values.Count == names.Count ? [.. names.Zip(values, (name, value) => (name with { Value = lines[value].Plain }, value))] : [];
    }

    /// <summary>
    /// Raw: "| Approved by | Date approved | Next review |" over "| Governing board | 4 May 2026 | May 2028 |", and nothing more; or more such pairs of rows.
    /// </summary>
    /// <returns>What the pair of rows that begins here says; none where the table is of another kind.</returns>
    public static IReadOnlyList<KeyDetail> NamedAbove(IReadOnlyList<SourceLine> lines, int at)
    {
        if (lines[at].Kind != LineKind.TableRow || at + 1 >= lines.Count || lines[at + 1].Kind != LineKind.TableRow)
        {
            return [];
        }

        var (first, last) = (at, at + 1);
        while (first > 0 && last - first < MostRowsOfPairs && lines[first - 1].Kind == LineKind.TableRow)
        {
            first--;
        }

        while (last + 1 < lines.Count && last - first < MostRowsOfPairs && lines[last + 1].Kind == LineKind.TableRow)
        {
            last++;
        }

        var rows = last - first + 1;
        if (
            rows > MostRowsOfPairs
            || rows % 2 != 0
            || (at - first) % 2 != 0
            || (rows == 2 && KeyDetailReader.FromRow(lines[at]).Count > 0 && KeyDetailReader.FromRow(lines[at + 1]) is { Count: > 1 })
            || !Enumerable.Range(0, rows / 2).All(pair => IsPair(lines[first + (pair * 2)].Cells, lines[first + (pair * 2) + 1].Cells, isOnly: rows == 2))
            || !Enumerable.Range(0, rows / 2).Any(pair => lines[first + (pair * 2) + 1].Cells.Any(value => value.Any(char.IsAsciiDigit)))
        )
        {
            return [];
        }

        return
        [
            .. lines[at].Cells.Zip(lines[at + 1].Cells, (name, value) => new KeyDetail(name.TrimEnd(':', ' '), value)).Where(detail => detail.Value.Length > 0),
        ];
    }

    /// <param name="isOnly">False where further pairs of rows stand above or below: then no name may hold any other word.</param>
    private static bool IsPair(IReadOnlyList<string> names, IReadOnlyList<string> values, bool isOnly) =>
        names.Count is >= 2 and <= MostNamesAbove
        && values.Count == names.Count
        && names.All(name =>
            name.Length > 0
            && !name.Any(char.IsAsciiDigit)
            && Words.AreAtMost(name, 5)
            && (isOnly ? KeyDetailReader.IsKnown(name) : KeyDetailReader.IsNameAlone(name))
        )
        && !names.Any(name => NamesOfHistory.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
        && (names.Count > 2 || !KeyDetailReader.IsKnown(values[0]) || (names.All(KeyDetailReader.IsNameAlone) && !KeyDetailReader.IsNameAlone(values[0])));

    /// <summary>
    /// Raw: "| Version | Date | Author | Changes |" over "| 1.0 | 01/09/2024 | S. Parry | First issue |": names above their values, not next to them.
    /// </summary>
    /// <returns>How many rows the table has; 0 where none begins here.</returns>
    private static int HistoryLength(IReadOnlyList<SourceLine> lines, int at)
    {
        if (
            lines[at].Kind != LineKind.TableRow
            || (at > 0 && lines[at - 1].Kind == LineKind.TableRow)
            || lines[at].Cells is not { Count: > 2 } names
            || names.Any(name => name.Length == 0 || name.Any(char.IsAsciiDigit) || !Words.AreAtMost(name, 4))
            // Raw: "| Owner: | Office manager | Approved by: | Audit Committee |" over "| Approved on: | 19 November 2025 | Review date: | November 2026 |"
            || (at + 1 < lines.Count && KeyDetailReader.FromRow(lines[at]).Count > 0 && KeyDetailReader.FromRow(lines[at + 1]).Count > 0)
        )
        {
            return 0;
        }

        var rows = 1;
        while (at + rows < lines.Count && lines[at + rows].Kind == LineKind.TableRow)
        {
            rows++;
        }

        // Raw: "| School | Harrow Brook | Owner | Deputy head |" over "| Version | 2.3 | Status | Statutory |": each name next to its value
        if (Enumerable.Range(at, rows).All(i => KeyDetailReader.ArePairs(lines[i].Cells)))
        {
            return 0;
        }

        return rows > 1 && lines[at + 1].Cells.Count == names.Count && lines[at + 1].Cells.Any(cell => cell.Any(char.IsAsciiDigit)) ? rows : 0;
    }

    /// <summary>Raw: "Learning to Live, Living to Learn". Short lines above all text that are no sentence: a motto, a date, a slogan.</summary>
    /// <returns>How many lines stand together; 0 where they are text.</returns>
    private static int LengthWithoutPlace(IReadOnlyList<SourceLine> lines, int start, int end)
    {
        var i = start;
        var words = 0;
        for (; i < end && !lines[i].IsGap; i++)
        {
            // Ten thousand short lines without a gap are asked about each, so that none may look through all of them.
            if (i - start > MostLinesWithoutPlace)
            {
                return 0;
            }

            if (
                lines[i].Kind != LineKind.Text
                || !Words.AreAtMost(lines[i].Plain, MostWordsOfLineWithoutPlace)
                || Words.EndsSentence(lines[i].Plain)
                || (i > start && ReadLine(lines, i) is not null)
            )
            {
                return i > start && lines[i].Kind != LineKind.Bullet && ReadLine(lines, i) is not null ? i - start : 0;
            }

            words += Words.Split(lines[i].Plain).Length;
        }

        // The last lines of a document without sections are its text, however short.
        return words <= MostWordsWithoutPlace && HasTextBelow(lines, i) ? i - start : 0;
    }

    private static bool HasTextBelow(IReadOnlyList<SourceLine> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (!lines[i].IsGap)
            {
                return true;
            }
        }

        return false;
    }
}
