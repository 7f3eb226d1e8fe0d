using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Finds the key details that stand at the end of a document, where a school signs it off.</summary>
internal static class ClosingDetails
{
    private const int LeastDetails = 2;
    private const int MostLines = 30;
    private static readonly string[] About = ["review", "approval", "adolyg"];

    /// <param name="from">The first line below the last heading.</param>
    /// <returns>Where they begin; the number of lines where there are none.</returns>
    public static int Find(IReadOnlyList<SourceLine> lines, int from)
    {
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

        // A section that is nothing but details is a section.
        var hasText = Enumerable.Range(from, Math.Max(0, start - from)).Any(i => !lines[i].IsGap);
        return count >= LeastDetails && hasText ? start : lines.Count;
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
}
