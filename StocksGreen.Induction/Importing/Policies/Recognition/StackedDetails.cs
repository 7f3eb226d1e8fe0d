using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Key details whose names stand above their values, and those in a box of their own, put on lines as "Name: value".</summary>
internal static class StackedDetails
{
    private const int DeepestLine = 120;
    private const int MostLastLines = 40;
    private const int LeastPairs = 2;
    private const int MostWordsOfName = 5;
    private const int MostWordsOfValue = 12;

    /// <summary>Raw: a text box with "Policy lead: Headteacher" over "Review date: 20/01/2028", and nothing else.</summary>
    /// <returns>A line for each detail; the line itself where it is no such box.</returns>
    public static IEnumerable<SourceLine> OpenBox(SourceLine line)
    {
        if (line.Block is not Callout { Blocks: var blocks } || !blocks.All(block => block is Paragraph))
        {
            return [line];
        }

        var details = BlockText
            .Texts(blocks)
            .Select(text => new SourceLine(line.Page, 0, LineKind.Text, text.PlainText) { IsWhole = line.IsWhole, LastPage = line.LastPage })
            .Where(detail => detail.Plain.Length > 0)
            .ToList();
        return details.Count >= LeastPairs && details.TrueForAll(detail => KeyDetailReader.FromLine(detail, isInRun: false) is { Value.Length: > 0 })
            ? details
            : [line];
    }

    /// <summary>Puts details together whose names are set like headings above their values. Raw: "<b>Approved by</b>", then "Governing board".</summary>
    public static IReadOnlyList<SourceLine> Join(IReadOnlyList<SourceLine> lines)
    {
        var printed = Enumerable.Range(0, lines.Count).Where(i => (i < DeepestLine || i >= lines.Count - MostLastLines) && !lines[i].IsGap).ToList();
        var joined = lines.ToArray();
        for (var i = 0; i + 1 < printed.Count; i++)
        {
            var pairs = CountSetApart(i);
            pairs = pairs == 0 ? CountNamed(i) : pairs;
            for (var pair = 0; pair < pairs; pair++)
            {
                var (name, value) = (printed[i + (pair * 2)], printed[i + (pair * 2) + 1]);
                joined[name] = new SourceLine(lines[name].Page, 0, LineKind.Text, $"{lines[name].Plain.TrimEnd(':', ' ')}: {lines[value].Plain}")
                {
                    IsWhole = true,
                };
                joined[value] = SourceLine.Blank(lines[value].Page) with { IsWhole = true };
            }

            i += pairs == 0 ? 0 : (pairs * 2) - 1;
        }

        return joined;

        int Count(int from, Func<SourceLine, bool> isName, Func<SourceLine, bool> isValue)
        {
            var pairs = 0;
            while (from + (pairs * 2) + 1 < printed.Count && isName(NameOf(from, pairs)) && isValue(ValueOf(from, pairs)))
            {
                pairs++;
            }

            return pairs;
        }

        // By their look: the names are bold or headings, the values are not.
        int CountSetApart(int from)
        {
            var pairs = Count(from, IsSetApart, IsPlainValue);
            var known = Enumerable.Range(0, pairs).Count(pair => KeyDetailReader.IsKnown(NameOf(from, pair).Plain));
            return pairs >= LeastPairs && known >= LeastPairs && known * 2 >= pairs ? pairs : 0;
        }

        // By their words, whatever they look like. Raw: "Approved by governors", "March 2026", "Review", "March 2028" in the middle of a cover
        int CountNamed(int from)
        {
            var pairs = Count(from, IsNamed, IsShortValue);
            return
                pairs >= LeastPairs
                && Enumerable.Range(0, pairs).Any(pair => ReviewDateReader.IsOfControl(NameOf(from, pair).Plain))
                && Enumerable.Range(0, pairs).Any(pair => ValueOf(from, pair).Plain.Any(char.IsAsciiDigit))
                ? pairs
                : 0;
        }

        SourceLine NameOf(int from, int pair) => lines[printed[from + (pair * 2)]];

        SourceLine ValueOf(int from, int pair) => lines[printed[from + (pair * 2) + 1]];
    }

    private static bool IsSetApart(SourceLine line) =>
        line is { Kind: LineKind.Text, IsWhole: true }
        && (line.HashLevel > 0 || line.Text.StartsWith("<b>", StringComparison.Ordinal))
        && Words.AreAtMost(line.Plain, MostWordsOfName)
        && Words.LastMark(line.Plain) is not ('.' or '?' or '!')
        && SectionLabel.TryRead(line.Plain) is null
        && !SchoolReader.NamesSchool(line.Plain);

    private static bool IsPlainValue(SourceLine line) =>
        IsShortValue(line) && line.HashLevel == 0 && !line.Text.StartsWith("<b>", StringComparison.Ordinal) && !SchoolReader.NamesSchool(line.Plain);

    private static bool IsNamed(SourceLine line) => line is { Kind: LineKind.Text, IsWhole: true } && KeyDetailReader.IsNameAlone(line.Plain);

    private static bool IsShortValue(SourceLine line) =>
        line is { Kind: LineKind.Text, IsWhole: true }
        && Words.AreAtMost(line.Plain, MostWordsOfValue)
        && !Words.EndsSentence(line.Plain)
        && !KeyDetailReader.HasShape(line)
        && (SectionLabel.TryRead(line.Plain) is null || ReviewDateReader.ReadMonth(line.Plain) is not null)
        && !(KeyDetailReader.IsNameAlone(line.Plain) && ReviewDateReader.IsOfControl(line.Plain));
}
