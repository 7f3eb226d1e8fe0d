using System.Text.RegularExpressions;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Takes headings out of the paragraphs that they open, or that they stand over with a colon, in a document that has no others.</summary>
/// <remarks>Raw: "&lt;b>Visitors.&lt;/b> Anyone who leads …", "&lt;b>Shoes:&lt;/b> Shoes hold the foot.", "&lt;b>Cost:&lt;/b>" over its text.</remarks>
internal static class RunInHeadings
{
    private const int LeastHeadings = 3;
    private const int MostWords = 10;
    private const int LeastWordsOfText = 4;
    private const int LevelOfHeading = 2;
    private const int OtherStyledLines = 2; // the title and the school

    private static readonly Regex Shape = new(
        "^<(?:b|strong)>(?<name>[^<]{2,120})</(?:b|strong)>(?<text>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    );

    // Raw: "<b>Staff must:</b>" over a list
    private static readonly string[] Openers = ["must", "will", "should", "shall", "to", "are", "is", "may", "not", "can"];

    /// <returns>The lines, each such heading as one of its own; the same where the document has headings of another kind.</returns>
    public static IReadOnlyList<SourceLine> Split(IReadOnlyList<SourceLine> lines)
    {
        if (lines.Count(line => line.HashLevel > 0) > OtherStyledLines)
        {
            return lines;
        }

        var found = lines.Select((_, i) => Read(lines, i)).ToList();
        var headings = found.Count(each => each is not null);
        if (
            headings < LeastHeadings
            || lines.Where((line, i) => found[i] is null && IsOther(line)).Count() >= headings
            || NumberedHeadings.Find(lines).Count > 1
        )
        {
            return lines;
        }

        var split = new List<SourceLine>(lines.Count + (headings * 2));
        foreach (var (line, headed) in lines.Zip(found))
        {
            if (headed is not var (name, text))
            {
                split.Add(line);
                continue;
            }

            split.Add(new SourceLine(line.Page, 0, LineKind.Text, name) { HashLevel = LevelOfHeading, IsWhole = true });
            if (text.Length > 0)
            {
                split.Add(SourceLine.Blank(line.Page) with { IsWhole = true });
                split.Add(line with { Raw = text, Text = text });
            }
        }

        return split;
    }

    private static (string Name, string Text)? Read(IReadOnlyList<SourceLine> lines, int at)
    {
        if (lines[at] is not { Kind: LineKind.Text, HashLevel: 0, IsWhole: true } line || Shape.Match(line.Text) is not { Success: true } match)
        {
            return null;
        }

        var (bold, text) = (match.Groups["name"].Value.Trim(), match.Groups["text"].Value.Trim());
        var isEnded = bold.Length > 0 && IsEnd(bold[^1]);
        var end =
            isEnded ? bold[^1]
            : text.Length > 0 && IsEnd(text[0]) && text[0] != '.' ? text[0]
            : '\0';
        text = end != '\0' && !isEnded ? text[1..].TrimStart() : text;
        var name = InlineMarkup.ToPlainText(bold).TrimEnd(':', '.', '–', '—', '-', ' ');
        if (
            end == '\0'
            || (text.Length == 0 && end != ':')
            || !Words.AreAtMost(name, MostWords)
            || !HeadingShape.IsTitle(name)
            || Openers.Contains(Words.Split(name)[^1], StringComparer.OrdinalIgnoreCase)
        )
        {
            return null;
        }

        var body = text.Length > 0 ? InlineMarkup.ToPlainText(text) : NextPrinted(lines, at);
        // Raw: "<b>Worship lead:</b> The Revd Ann Sturgess", "<b>Approved by:</b>" over "Governing Body"
        var isDetail = IsValue(body) && (text.Length > 0 || KeyDetailReader.IsKnown(name));
        return body.Length > 0 && !isDetail ? (name, text) : null;
    }

    private static bool IsEnd(char c) => c is ':' or '.' or '–' or '—' or '-';

    private static bool IsValue(string body) =>
        Words.AreAtMost(body, LeastWordsOfText - 1) || (Words.AreAtMost(body, MostWords) && Words.LastMark(body) is not ('.' or '!' or '?' or ':' or ';'));

    /// <summary>A heading of another kind: a bold line without a mark at its end.</summary>
    private static bool IsOther(SourceLine line) =>
        line is { Kind: LineKind.Text, IsLargest: false, HashLevel: 0 }
        && Shape.Match(line.Text) is { Success: true } match
        && string.IsNullOrWhiteSpace(match.Groups["text"].Value)
        && HeadingShape.IsTitle(line.Plain);

    private static string NextPrinted(IReadOnlyList<SourceLine> lines, int at)
    {
        for (var i = at + 1; i < lines.Count && i <= at + 2; i++)
        {
            if (!lines[i].IsGap)
            {
                return lines[i].Plain.Length > 0 ? lines[i].Plain : lines[i].Raw;
            }
        }

        return "";
    }
}
