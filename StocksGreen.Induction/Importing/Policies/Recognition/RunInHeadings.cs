using System.Text.RegularExpressions;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>
/// Takes headings out of the paragraphs that they open, in a document that has no others. Raw: "&lt;b&gt;Visitors.&lt;/b&gt; Anyone who leads …".
/// </summary>
internal static partial class RunInHeadings
{
    private const int LeastHeadings = 3;
    private const int MostWords = 10;
    private const int LeastWordsOfText = 4;
    private const int LevelOfHeading = 2;
    private const int StyledBesideThem = 2; // the title and the school

    public static IReadOnlyList<SourceLine> Split(IReadOnlyList<SourceLine> lines)
    {
        if (lines.Count(line => line.HashLevel > 0) > StyledBesideThem || NumberedHeadings.Find(lines).Count > 0)
        {
            return lines;
        }

        var found = lines.Select(line => Read(line)).ToList();
        if (found.Count(each => each is not null) < LeastHeadings)
        {
            return lines;
        }

        var split = new List<SourceLine>(lines.Count + (found.Count * 2));
        foreach (var (line, headed) in lines.Zip(found))
        {
            if (headed is not var (heading, text))
            {
                split.Add(line);
                continue;
            }

            split.Add(new SourceLine(line.Page, 0, LineKind.Text, heading) { HashLevel = LevelOfHeading, IsWhole = true });
            split.Add(SourceLine.Blank(line.Page) with { IsWhole = true });
            split.Add(line with { Raw = text, Text = text });
        }

        return split;
    }

    private static (string Heading, string Text)? Read(SourceLine line)
    {
        if (
            line is not { Kind: LineKind.Text, IsWhole: true, HashLevel: 0 }
            || Opening().Match(line.Text) is not { Success: true } match
            || InlineMarkup.ToPlainText(match.Groups["heading"].Value) is not { Length: > 1 } heading
            || !char.IsUpper(heading[0])
            || !Words.AreAtMost(heading, MostWords)
        )
        {
            return null;
        }

        var text = line.Text[match.Length..].TrimStart();
        var plain = InlineMarkup.ToPlainText(text);
        // Raw: "<b>Worship lead:</b> The Revd Ann Sturgess" is a detail, and no text.
        var isText = Words.LastMark(plain) is '.' or '!' or '?' or ':' or ';' && !Words.AreAtMost(plain, LeastWordsOfText - 1);
        return isText ? (heading, text) : null;
    }

    // Raw: "<b>Purpose. </b>Worship gives", "<b>Purpose</b>: Worship gives", "<b>Purpose</b> – Worship gives"
    [GeneratedRegex(
        @"^<(?<tag>b|strong)>(?<heading>[^<]{2,120}?)\s*(?:[.:]|\s[–—-])?\s*</\k<tag>>(?:(?<=[.:–—-]\s?</\k<tag>>)|(?=\s*[:–—]))\s*(?:[:–—-]\s)?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Opening();
}
