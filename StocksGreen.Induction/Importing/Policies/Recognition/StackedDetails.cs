using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Puts key details together whose names are set like headings above or before their values. Raw: "<b>Approved by</b>", then "Governing board".</summary>
internal static class StackedDetails
{
    private const int DeepestLine = 120;
    private const int LeastPairs = 2;
    private const int MostWordsOfName = 5;
    private const int MostWordsOfValue = 12;

    public static IReadOnlyList<SourceLine> Join(IReadOnlyList<SourceLine> lines)
    {
        var printed = Enumerable.Range(0, Math.Min(lines.Count, DeepestLine)).Where(i => !lines[i].IsGap).ToList();
        var joined = lines.ToArray();
        for (var i = 0; i + 1 < printed.Count; i++)
        {
            var pairs = 0;
            while (i + (pairs * 2) + 1 < printed.Count && IsName(lines[printed[i + (pairs * 2)]]) && IsValue(lines[printed[i + (pairs * 2) + 1]]))
            {
                pairs++;
            }

            var known = Enumerable.Range(0, pairs).Count(pair => KeyDetailReader.IsKnown(lines[printed[i + (pair * 2)]].Plain));
            if (pairs < LeastPairs || known < LeastPairs || known * 2 < pairs)
            {
                continue;
            }

            for (var pair = 0; pair < pairs; pair++)
            {
                var (name, value) = (printed[i + (pair * 2)], printed[i + (pair * 2) + 1]);
                joined[name] = new SourceLine(lines[name].Page, 0, LineKind.Text, $"{lines[name].Plain.TrimEnd(':', ' ')}: {lines[value].Text}")
                {
                    IsWhole = true,
                };
                joined[value] = SourceLine.Blank(lines[value].Page) with { IsWhole = true };
            }

            i += (pairs * 2) - 1;
        }

        return joined;
    }

    private static bool IsName(SourceLine line) =>
        line is { Kind: LineKind.Text, IsWhole: true }
        && (line.HashLevel > 0 || line.Text.StartsWith("<b>", StringComparison.Ordinal))
        && Words.AreAtMost(line.Plain, MostWordsOfName)
        && Words.LastMark(line.Plain) is not ('.' or '?' or '!')
        && SectionLabel.TryRead(line.Plain) is null
        && !SchoolReader.NamesSchool(line.Plain);

    private static bool IsValue(SourceLine line) =>
        line is { Kind: LineKind.Text, IsWhole: true, HashLevel: 0 }
        && !line.Text.StartsWith("<b>", StringComparison.Ordinal)
        && Words.AreAtMost(line.Plain, MostWordsOfValue)
        && !Words.EndsSentence(line.Plain)
        && !KeyDetailReader.HasShape(line);
}
