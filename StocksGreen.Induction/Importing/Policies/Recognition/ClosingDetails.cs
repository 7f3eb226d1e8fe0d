using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Finds key details at the end of a document, where a school signs it off, and those whose names stand above their values.</summary>
internal static class ClosingDetails
{
    private const int LeastDetails = 2;
    private const int MostLines = 30;
    private static readonly string[] About = ["review", "approval", "adolyg"];

    /// <param name="last">The last heading; null for none.</param>
    /// <returns>Where they begin, and where the text ends; the number of lines for each where there are none.</returns>
    public static (int Details, int Text) Find(IReadOnlyList<SourceLine> lines, Heading? last)
    {
        if (last is null)
        {
            return (lines.Count, lines.Count);
        }

        var from = last.LastLine + 1;
        var (start, count) = (lines.Count, 0);
        for (var i = lines.Count - 1; i >= from; i--)
        {
            if (lines[i].IsGap)
            {
                continue;
            }

            if (DetailsOf(lines[i]).Count == 0)
            {
                break;
            }

            (start, count) = (i, count + DetailsOf(lines[i]).Count);
        }

        if (count < LeastDetails)
        {
            return (lines.Count, lines.Count);
        }

        if (Enumerable.Range(from, Math.Max(0, start - from)).Any(i => !lines[i].IsGap))
        {
            return (start, start);
        }

        // A section that is nothing but details is a section. They count as details too where they say who agreed to the policy, or when.
        var isControl = KeyDetailReader.IsLabel(last.Title) || Parse(lines, start).Any(detail => ReviewDateReader.IsOfControl(detail.Name));
        return (isControl ? start : lines.Count, lines.Count);
    }

    /// <summary>Raw: "Review" as the last heading over "Agreed by staff: January 2026": the section stays, and its details count.</summary>
    public static IEnumerable<KeyDetail> OfReview(IReadOnlyList<SourceLine> lines, IReadOnlyList<Heading> headings) =>
        headings.Count > 0 && IsOverReview(lines, headings[^1].LastLine, headings[^1].Title) ? Parse(lines, headings[^1].LastLine + 1) : [];

    /// <summary>True where a line about the review stands over nothing but key details.</summary>
    public static bool IsOverReview(IReadOnlyList<SourceLine> lines, int at, string title) =>
        About.Any(word => title.Contains(word, StringComparison.OrdinalIgnoreCase))
        && lines.Count - at <= MostLines
        && lines.Skip(at + 1).Where(line => !line.IsGap).ToList() is { Count: >= LeastDetails } below
        && below.TrueForAll(line => DetailsOf(line).Count > 0);

    public static IEnumerable<KeyDetail> Parse(IReadOnlyList<SourceLine> lines, int start) => lines.Skip(start).SelectMany(DetailsOf);

    // Raw: "Approved by: Full Governing Body   Date: 3 March 2025", "| Review date | March 2026 |"
    private static IReadOnlyList<KeyDetail> DetailsOf(SourceLine line)
    {
        if (line.Kind == LineKind.TableRow)
        {
            var row = KeyDetailReader.FromRow(line);
            return row.All(detail => KeyDetailReader.IsKnown(detail.Name)) ? row : [];
        }

        var parts = KeyDetailReader.SplitColumns(line).Select(part => KeyDetailReader.FromLine(part, isInRun: false)).ToList();
        return parts.TrueForAll(detail => detail is not null && KeyDetailReader.IsKnown(detail.Name)) ? [.. parts.Select(detail => detail!)] : [];
    }

    private const int DeepestLine = 120;
    private const int LeastPairs = 2;
    private const int MostWordsOfName = 5;
    private const int MostWordsOfValue = 12;

    /// <summary>Puts details together whose names are set like headings above their values. Raw: "<b>Approved by</b>", then "Governing board".</summary>
    public static IReadOnlyList<SourceLine> JoinStacked(IReadOnlyList<SourceLine> lines)
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
