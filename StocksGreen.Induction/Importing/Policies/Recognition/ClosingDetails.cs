using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Finds the key details that stand at the end of a document, where a school signs it off.</summary>
internal static class ClosingDetails
{
    private const int LeastDetails = 2;

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
