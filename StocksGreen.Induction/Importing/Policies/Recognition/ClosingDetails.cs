using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Finds key details at the end of a document, where a school signs it off.</summary>
internal static class ClosingDetails
{
    private const int LeastDetails = 2;
    private const int MostWordsOfName = 5;
    private const int MostLines = 30;
    private static readonly string[] WordsOfHistory = ["history", "amendment", "changes", "revision", "version"];
    private static readonly string[] ColumnsOfHistory = ["version", "issue", "date", "author", "change", "amend", "by", "description", "summary", "reason"];
    private static readonly string[] About = ["review", "approval", "adolyg"];

    /// <returns>Where they begin and end, and where the text ends; the number of lines for each where there are none.</returns>
    public static (int Details, int DetailsEnd, int Text) Find(IReadOnlyList<SourceLine> lines, IReadOnlyList<Heading> headings)
    {
        var found = Find(lines, headings, headings.Count);
        var ofPolicy = headings.Count;
        while (ofPolicy > 1 && headings[ofPolicy - 1].Label is { Kind: LabelKind.Appendix })
        {
            ofPolicy--;
        }

        // Raw: "Approved by: Finance committee" under section 5, and "Annex A" after it
        return found.Details < lines.Count || ofPolicy == headings.Count ? found : Find(lines, headings, ofPolicy);
    }

    /// <param name="count">How many headings, from the first, belong to what the details may close.</param>
    private static (int Details, int DetailsEnd, int Text) Find(IReadOnlyList<SourceLine> lines, IReadOnlyList<Heading> headings, int count)
    {
        var none = (lines.Count, lines.Count, lines.Count);
        var (end, last) = BeforeHistory(lines, headings, count);
        if (last is null)
        {
            return none;
        }

        var from = last.LastLine + 1;
        var (start, known) = (end, 0);
        for (var i = end - 1; i >= from; i--)
        {
            if (lines[i].IsGap)
            {
                continue;
            }

            if (i > from && HeadReader.NamedAbove(lines, i - 1) is { Count: > 0 } above)
            {
                (start, known) = (i - 1, known + above.Count);
                i--;
                continue;
            }

            if (DetailsOf(lines[i]).Count == 0)
            {
                break;
            }

            (start, known) = (i, known + DetailsOf(lines[i]).Count);
        }

        if (known < LeastDetails)
        {
            return none;
        }

        // A history of versions behind them is text, which ends where the document ends.
        var hasHistory = end < lines.Count;
        if (Enumerable.Range(from, Math.Max(0, start - from)).Any(i => !lines[i].IsGap && !IsLabel(lines[i])))
        {
            return (start, end, hasHistory ? lines.Count : start);
        }

        // A section that is nothing but details is a section. They count as details too where they say who agreed to the policy, or when.
        var isControl = KeyDetailReader.IsLabel(last.Title) || Parse(lines, start, end).Any(detail => ReviewDateReader.IsOfControl(detail.Name));
        return isControl ? (start, end, lines.Count) : none;
    }

    /// <summary>Raw: "Version history" over "| Version | Date | Change |", the last thing in a document whose details stand above it.</summary>
    private static (int End, Heading? Last) BeforeHistory(IReadOnlyList<SourceLine> lines, IReadOnlyList<Heading> headings, int count)
    {
        var (end, heading) = (count < headings.Count ? headings[count].FirstLine : lines.Count, count - 1);
        var last = end;
        while (end > 0 && heading >= 0)
        {
            var at = end - 1;
            while (at > headings[heading].LastLine && lines[at].IsGap)
            {
                at--;
            }

            if (at <= headings[heading].LastLine)
            {
                if (end == last || !IsHistory(headings[heading].Title))
                {
                    break;
                }

                end = headings[heading].FirstLine;
                heading--;
            }
            else if (lines[at].TablePart is { } part && IsHistory(part.Table) && (at == 0 || HeadReader.NamedAbove(lines, at - 1).Count == 0))
            {
                end = at - part.Row;
            }
            else if (end < last && lines[at].Block is Subheading { Text: var words } && IsHistory(words.PlainText))
            {
                end = at;
            }
            else
            {
                break;
            }
        }

        return (end, heading < 0 ? null : headings[heading]);
    }

    private static bool IsHistory(string title) =>
        WordsOfHistory.Any(word => title.Contains(word, StringComparison.OrdinalIgnoreCase)) && Words.AreAtMost(title, MostWordsOfName);

    private static bool IsHistory(Table table) =>
        table.Rows is [{ Cells.Count: > 2 and var columns } first, ..]
        && first.Cells.Select(cell => string.Join(' ', BlockText.Texts(cell.Blocks).Select(text => text.PlainText))).ToList() is var names
        && names.TrueForAll(name => name.Length > 0 && !name.Any(char.IsAsciiDigit) && Words.AreAtMost(name, MostWordsOfName))
        && names.Count(name => ColumnsOfHistory.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))) * 2 > columns;

    private static bool IsLabel(SourceLine line) =>
        line.Block is Subheading { Text: var words } ? KeyDetailReader.IsLabel(words.PlainText) : KeyDetailReader.IsLabel(line.Plain);

    /// <summary>Raw: "Review" as the last heading over "Agreed by staff: January 2026": the section stays, and its details count.</summary>
    public static IEnumerable<KeyDetail> OfReview(IReadOnlyList<SourceLine> lines, IReadOnlyList<Heading> headings) =>
        headings.Count > 0 && IsOverReview(lines, headings[^1].LastLine, headings[^1].Title) ? Parse(lines, headings[^1].LastLine + 1, lines.Count) : [];

    /// <summary>Raw: "About this plan" as the first heading over "• Owner: Site manager" and "• Next review: June 2027".</summary>
    /// <returns>None where the first section says anything else; the section stays.</returns>
    public static IEnumerable<KeyDetail> OfFirst(IReadOnlyList<SourceLine> lines, IReadOnlyList<Heading> headings)
    {
        if (headings.Count < 2 || headings[1].FirstLine - headings[0].LastLine > MostLines)
        {
            return [];
        }

        var (start, end) = (headings[0].LastLine + 1, headings[1].FirstLine);
        var details = Parse(lines, start, end).ToList();
        return
            details.Count >= LeastDetails
            && details.Exists(detail => ReviewDateReader.IsOfControl(detail.Name))
            && lines.Take(end).Skip(start).All(line => line.IsGap || DetailsOf(line).Count > 0)
            ? details
            : [];
    }

    /// <summary>True where a line about the review stands over nothing but key details.</summary>
    public static bool IsOverReview(IReadOnlyList<SourceLine> lines, int at, string title) =>
        About.Any(word => title.Contains(word, StringComparison.OrdinalIgnoreCase))
        && lines.Count - at <= MostLines
        && lines.Skip(at + 1).Where(line => !line.IsGap).ToList() is { Count: >= LeastDetails } below
        && below.TrueForAll(line => DetailsOf(line).Count > 0);

    public static IEnumerable<KeyDetail> Parse(IReadOnlyList<SourceLine> lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var above = HeadReader.NamedAbove(lines, i);
            foreach (var detail in above.Count > 0 ? above : DetailsOf(lines[i]))
            {
                yield return detail;
            }

            i += above.Count > 0 ? 1 : 0;
        }
    }

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
