using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Tells lists that Word numbered by itself from paragraphs and sections that it numbered.</summary>
internal static class WordLists
{
    // The bullets that an item may hold.
    private const int MostInside = 60;

    /// <summary>
    /// Automatic "1.", "a)" or "(i)" on neighbours is a list. "1.1" before a sentence labels a paragraph, and one that stands alone may be a heading.
    /// </summary>
    internal static IReadOnlyList<SourceLine> Settle(IReadOnlyList<SourceLine> lines, IReadOnlyDictionary<SourceLine, (string Label, string Words)> automatic)
    {
        var settled = new List<SourceLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var marker = automatic.ContainsKey(line) ? MarkerOf(line.Plain) : '\0';
            if (marker == '\0' || !(IsSameList(Before(i), marker) || IsSameList(After(i), marker) || (IsItem(line) && (IsItemAt(i, -1) || IsItemAt(i, 1)))))
            {
                settled.Add(line);
                continue;
            }

            if (settled.Count > 1 && settled[^1].Kind == LineKind.Blank && settled[^2].Kind == LineKind.Bullet)
            {
                settled.RemoveAt(settled.Count - 1);
            }

            var (label, words) = automatic[line];
            settled.Add(line with { Kind = LineKind.Bullet, Marker = marker, Label = label, Text = words });
        }

        return settled;

        // Never two gaps stand together.
        SourceLine? Before(int at) =>
            at > 0 && lines[at - 1].IsGap ? Before(at - 1)
            : at > 0 ? lines[at - 1]
            : null;

        SourceLine? After(int at) =>
            at + 1 < lines.Count && lines[at + 1].IsGap ? After(at + 1)
            : at + 1 < lines.Count ? lines[at + 1]
            : null;

        // Raw: "1. The hirer shall:" over bullets of its own, and "2. The school may cancel." below them
        bool IsItemAt(int from, int step)
        {
            for (var (at, seen) = (from + step, 0); at >= 0 && at < lines.Count && seen < MostInside; at += step, seen++)
            {
                if (automatic.ContainsKey(lines[at]))
                {
                    return MarkerOf(lines[at].Plain) == '1' && IsItem(lines[at]);
                }

                if (!lines[at].IsGap && lines[at].Kind != LineKind.Bullet)
                {
                    return false;
                }
            }

            return false;
        }

        static bool IsItem(SourceLine line) => line.HashLevel == 0 && (Words.EndsSentence(line.Plain) || Words.LastMark(line.Plain) is ':' or ';');

        bool IsSameList(SourceLine? other, char marker) =>
            other is not null && ((automatic.ContainsKey(other) && MarkerOf(other.Plain) != '\0') || (marker != '1' && other.Kind == LineKind.Bullet));
    }

    /// <returns>'1', 'a' or 'i' for a label of one part; '\0' for "1.1" and for none.</returns>
    private static char MarkerOf(string plain)
    {
        var label = plain.AsSpan(0, plain.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : plain.Length).Trim("().");
        if (label.IsEmpty || label.Contains('.'))
        {
            return '\0';
        }

        return char.IsAsciiDigit(label[0]) ? '1'
            : label.Length == 1 && char.IsAsciiLetterLower(label[0]) && label[0] is not ('i' or 'v' or 'x') ? 'a'
            : label.ToString().All(c => c is 'i' or 'v' or 'x') ? 'i'
            : '\0';
    }
}
