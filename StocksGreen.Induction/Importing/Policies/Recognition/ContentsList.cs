using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Takes out a contents list, which repeats every title and would make every section appear twice.</summary>
internal static class ContentsList
{
    private const int ShortestRun = 3;
    private const int MostWords = 16;

    // Further down, lines that repeat are those of forms: "Signed", "Date".
    private const int LastLineOfHead = 100;

    private static readonly string[] Names =
    [
        "contents",
        "tableofcontents",
        "contentspage",
        "contentslist",
        "listofcontents",
        "index",
        "cynnwys",
        "whatisinthispolicy",
        "inthispolicy",
    ];

    /// <summary>A line that only names the list below it: "Contents".</summary>
    public static bool IsName(string plain) => plain.Length < 40 && Names.Contains(Words.Key(plain), StringComparer.Ordinal);

    public static IReadOnlyList<SourceLine> Remove(IReadOnlyList<SourceLine> lines, WarningList warnings)
    {
        var lastSeen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (KeyOf(lines[i]) is { Length: > 0 } key)
            {
                lastSeen[key] = i;
            }
        }

        var skipped = new SortedSet<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsGap || skipped.Contains(i))
            {
                continue;
            }

            if (Names.Contains(Words.Key(TitleOf(lines[i])), StringComparer.Ordinal))
            {
                SkipNamedList(lines, i, lastSeen, skipped);
            }
            else if (HasLeader(lines[i].Raw))
            {
                skipped.Add(i);
            }
            else
            {
                SkipUnnamedList(lines, i, lastSeen, skipped);
            }
        }

        if (skipped.Count == 0)
        {
            return lines;
        }

        warnings.Add($"Skipped the contents list: {WarningList.Quote(skipped.Select(i => InlineMarkup.ToPlainText(lines[i].Raw)))}.");
        return [.. lines.Where((_, i) => !skipped.Contains(i))];
    }

    private static void SkipNamedList(IReadOnlyList<SourceLine> lines, int name, Dictionary<string, int> lastSeen, SortedSet<int> skipped)
    {
        var entries = new List<int>();
        var misses = new List<int>();
        for (var i = name + 1; i < lines.Count && misses.Count < 2; i++)
        {
            if (lines[i].IsGap)
            {
                continue;
            }

            if (HasLeader(lines[i].Raw) || HasPageNumber(lines[i].Raw) || RepeatsLater(lines, i, lastSeen) || RepeatsLaterWithoutPage(lines, i, lastSeen))
            {
                // One entry that the document words differently does not end the list.
                entries.AddRange(misses);
                entries.Add(i);
                misses.Clear();
            }
            else if (Words.EndsSentence(lines[i].Raw) || !Words.AreAtMost(lines[i].Raw, MostWords))
            {
                break;
            }
            else
            {
                misses.Add(i);
            }
        }

        if (entries.Count > 0)
        {
            skipped.Add(name);
            skipped.UnionWith(entries);
        }
    }

    // Raw: "1. Aims", "2. Scope", "3. Review" together, and each of them again later.
    private static void SkipUnnamedList(IReadOnlyList<SourceLine> lines, int start, Dictionary<string, int> lastSeen, SortedSet<int> skipped)
    {
        var run = new List<int>();
        for (var i = start; i < lines.Count; i++)
        {
            if (lines[i].IsGap)
            {
                continue;
            }

            if (
                i > LastLineOfHead
                || lines[i].Kind != LineKind.Text
                || Words.EndsSentence(lines[i].Raw)
                || HeadingShape.IsRunningText(lines[i].Plain)
                || !RepeatsLater(lines, i, lastSeen)
            )
            {
                break;
            }

            run.Add(i);
        }

        if (run.Count >= ShortestRun)
        {
            skipped.UnionWith(run);
        }
    }

    private static bool RepeatsLater(IReadOnlyList<SourceLine> lines, int at, Dictionary<string, int> lastSeen) =>
        KeyOf(lines[at]) is { Length: > 0 } key && lastSeen[key] > at;

    /// <summary>Raw: "2.0 Scope 2" under "CONTENTS", and "2.0 Scope" further down.</summary>
    private static bool RepeatsLaterWithoutPage(IReadOnlyList<SourceLine> lines, int at, Dictionary<string, int> lastSeen)
    {
        var title = TitleOf(lines[at]);
        var withoutPage = title.TrimEnd([.. "0123456789"]).TrimEnd();
        return withoutPage.Length < title.Length && Words.Key(withoutPage) is { Length: > 0 } key && lastSeen.TryGetValue(key, out var later) && later > at;
    }

    private static string KeyOf(SourceLine line) =>
        line.Kind is LineKind.Text or LineKind.Bullet or LineKind.TableRow && Words.AreAtMost(line.Raw, MostWords + 4) ? Words.Key(TitleOf(line)) : "";

    /// <summary>Raw: "4.1  Reputation ........ 7", "| 4.1 | Reputation | 7 |" → "Reputation".</summary>
    private static string TitleOf(SourceLine line)
    {
        var text = InlineMarkup.ToPlainText(WithoutLeader(line.Text.Replace('|', ' ').Trim()));
        return SectionLabel.TryRead(text) is { Rest.Length: > 0 } label ? label.Rest : text;
    }

    private static string WithoutLeader(string raw) => HasLeader(raw) || HasPageNumber(raw) ? raw.TrimEnd([.. "0123456789.…_· \t"]) : raw;

    private static bool HasLeader(string raw)
    {
        var beforeNumber = raw.AsSpan().TrimEnd("0123456789");
        if (beforeNumber.Length == raw.Length || raw.Length - beforeNumber.Length > 3)
        {
            return false;
        }

        var title = beforeNumber.TrimEnd("….·_ \t");
        var leader = beforeNumber[title.Length..];
        return title.Length > 0 && (leader.Contains('…') || leader.Count('.') + leader.Count('_') + leader.Count('·') >= 3);
    }

    // Raw: "Reputation     7"
    private static bool HasPageNumber(string raw)
    {
        var beforeNumber = raw.AsSpan().TrimEnd("0123456789");
        return raw.Length - beforeNumber.Length is > 0 and <= 3
            && beforeNumber.Length > 3
            && (beforeNumber.EndsWith("\t") || beforeNumber.EndsWith("  ") || raw.StartsWith('|'));
    }
}
