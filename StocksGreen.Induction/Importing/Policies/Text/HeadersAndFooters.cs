using System.Globalization;
using System.Text;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Takes out what belongs to the printed page and not to the policy: page numbers, and headers and footers that repeat.</summary>
internal static class HeadersAndFooters
{
    private const int EdgeLines = 3;
    private const int HeadLines = 12;
    private const int MostWords = 20;

    private static readonly string[] PolicyWords = ["policy", "school", "academy", "college", "nursery", "federation", "trust", "ysgol", "polisi"];

    public static IReadOnlyList<SourceLine> Remove(IReadOnlyList<SourceLine> lines, WarningList warnings)
    {
        var numbers = FindPageNumbers(lines);
        var repeated = FindRepeated(lines, numbers);
        if (numbers.Count == 0 && repeated.Count == 0)
        {
            return lines;
        }

        Warn(lines, numbers, repeated, warnings);
        var kept = new List<SourceLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!numbers.Contains(i) && !repeated.Contains(i))
            {
                kept.Add(lines[i]);
            }
            else if (kept.Count > 0 && kept[^1].Kind != LineKind.Blank)
            {
                kept.Add(SourceLine.Blank(lines[i].Page));
            }
        }

        return kept;
    }

    private static void Warn(IReadOnlyList<SourceLine> lines, SortedSet<int> numbers, SortedSet<int> repeated, WarningList warnings)
    {
        var parts = new List<string>();
        if (repeated.Count > 0)
        {
            parts.Add(WarningList.Quote(repeated.Select(i => Words.Tidy(lines[i].Raw)).DistinctBy(ShapeOf, StringComparer.Ordinal)));
        }

        if (numbers.Count == 1)
        {
            parts.Add($"the page number “{lines[numbers.Min].Raw}”");
        }
        else if (numbers.Count > 1)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{numbers.Count} page numbers, “{lines[numbers.Min].Raw}” to “{lines[numbers.Max].Raw}”"));
        }

        warnings.Add($"Left out what belongs to the printed pages: {string.Join("; ", parts)}.");
        foreach (var group in repeated.Concat(numbers).Select(i => lines[i].Raw).GroupBy(ShapeOf, StringComparer.Ordinal))
        {
            var same = group.ToList();
            warnings.LeaveOutFurniture(
                same,
                same.Count == 1 ? "on a printed page" : string.Create(CultureInfo.InvariantCulture, $"on {same.Count} printed pages")
            );
        }
    }

    private static SortedSet<int> FindPageNumbers(IReadOnlyList<SourceLine> lines)
    {
        var numbers = new SortedSet<int>();
        var bare = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Raw.Length is > 0 and <= 30)
            {
                if (lines[i].Raw.Length <= 4 && lines[i].Raw.All(char.IsAsciiDigit))
                {
                    bare.Add(i);
                }
                else if (IsPageNumber(lines[i].Raw))
                {
                    numbers.Add(i);
                }
            }
        }

        // Raw: "1" … "2" … "3", or a number alone next to a form feed. Any other number alone stays in the text.
        var isSeries =
            bare.Count > 1 && bare.Zip(bare.Skip(1)).All(pair => Number(lines[pair.Second]) == Number(lines[pair.First]) + 1 && pair.Second > pair.First + 2);
        numbers.UnionWith(bare.Where(i => isSeries || IsAtPageEdge(lines, i)));
        return numbers;
    }

    private static int Number(SourceLine line) => int.Parse(line.Raw, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsAtPageEdge(IReadOnlyList<SourceLine> lines, int at)
    {
        var before = at - 1;
        while (before >= 0 && lines[before].Kind == LineKind.Blank)
        {
            before--;
        }

        var after = at + 1;
        while (after < lines.Count && lines[after].Kind == LineKind.Blank)
        {
            after++;
        }

        return (before >= 0 && lines[before].Page != lines[at].Page) || (after < lines.Count ? lines[after].Page != lines[at].Page : lines[at].Page > 0);
    }

    // Raw: "Page 3", "Page 3 of 12", "3 of 12", "- 3 -", "3 | P a g e", "Page | 3", "Tudalen 3"
    private static bool IsPageNumber(string raw)
    {
        var words = raw.Split([' ', '\t', '|', '-', '–', '—', '/', '.', '[', ']', '(', ')', ':'], StringSplitOptions.RemoveEmptyEntries);
        var shape = string.Concat(words.Select(word => word.All(char.IsAsciiDigit) && word.Length <= 4 ? "#" : word.ToLowerInvariant()));
        return shape is "page#" or "page#of#" or "#of#" or "#page" or "p#" or "page##" or "tudalen#" or "tudalen#o#"
            || (shape == "#" && raw[0] is '-' or '–' or '—' && raw[^1] is '-' or '–' or '—');
    }

    private static SortedSet<int> FindRepeated(IReadOnlyList<SourceLine> lines, SortedSet<int> numbers)
    {
        var pages = lines.Count == 0 ? 1 : lines[^1].Page + 1;
        var sightings = Math.Max(2, (Math.Max(pages, numbers.Count) + 1) / 2);
        var atEdge = FindEdges(lines, numbers)
            .GroupBy(i => ShapeOf(lines[i].Raw), StringComparer.Ordinal)
            .Where(group => (pages > 1 || numbers.Count > 1) && group.Count() >= sightings)
            .SelectMany(group => group);
        var everywhere = Enumerable
            .Range(0, lines.Count)
            .Where(i => CanRepeat(lines[i]) && !Words.EndsSentence(lines[i].Raw) && NamesPolicyOrSchool(lines[i].Raw))
            .GroupBy(i => ShapeOf(lines[i].Raw), StringComparer.Ordinal)
            .Where(group => group.Count() >= Math.Max(3, sightings))
            .SelectMany(group => group);

        var repeated = new SortedSet<int>(atEdge.Concat(everywhere));
        foreach (var group in repeated.GroupBy(i => ShapeOf(lines[i].Raw), StringComparer.Ordinal).ToList())
        {
            // The first one may be the title or the name of the school, so that the head of the document keeps it.
            var first = group.Min();
            if (first < HeadLines && numbers.Count(number => number < first) < 2 && group.All(i => lines[i].Raw == lines[first].Raw))
            {
                repeated.Remove(first);
            }
        }

        return repeated;
    }

    /// <summary>The lines next to page breaks; next to page numbers where the file has no form feeds.</summary>
    private static SortedSet<int> FindEdges(IReadOnlyList<SourceLine> lines, SortedSet<int> numbers)
    {
        var printed = Enumerable.Range(0, lines.Count).Where(i => !lines[i].IsGap).ToList();
        var edges = new SortedSet<int>();
        for (var p = 0; p < printed.Count; p++)
        {
            var isNearBreak = false;
            for (var step = 1; step <= EdgeLines && !isNearBreak; step++)
            {
                isNearBreak = IsOtherPage(p, p - step) || IsOtherPage(p, p + step);
            }

            if (isNearBreak && !numbers.Contains(printed[p]) && CanRepeat(lines[printed[p]]))
            {
                edges.Add(printed[p]);
            }
        }

        return edges;

        bool IsOtherPage(int here, int there) =>
            there < 0 || there >= printed.Count
                ? lines[^1].Page > 0 || numbers.Count > 0
                : lines[printed[there]].Page != lines[printed[here]].Page || numbers.Contains(printed[there]);
    }

    private static bool CanRepeat(SourceLine line) =>
        line is { Kind: LineKind.Text, HashLevel: 0 }
        && Words.AreAtMost(line.Raw, MostWords)
        && line.Raw.Any(char.IsLetter)
        && !HeadingShape.IsRunningText(line.Plain)
        && SectionLabel.TryRead(line.Plain) is not { Kind: LabelKind.Section or LabelKind.Part or LabelKind.Appendix };

    private static bool NamesPolicyOrSchool(string raw) => PolicyWords.Any(word => raw.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>"Anti-bullying Policy  Page 3 of 12" and "… Page 4 of 12" have one shape.</summary>
    private static string ShapeOf(string raw)
    {
        var shape = new StringBuilder(raw.Length);
        foreach (var c in raw)
        {
            if (char.IsAsciiDigit(c))
            {
                if (shape.Length == 0 || shape[^1] != '#')
                {
                    shape.Append('#');
                }
            }
            else if (!char.IsWhiteSpace(c))
            {
                shape.Append(c);
            }
        }

        return shape.ToString();
    }
}
