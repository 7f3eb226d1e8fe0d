using System.Text.RegularExpressions;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Finds headings that end with a colon, in a document that has no others: alone on their line, or at the start of their paragraph.</summary>
/// <remarks>Raw: "<b>Shoes:</b> Shoes hold the foot and have a flat sole.", or "<b>Cost:</b>" over its text.</remarks>
internal static class ColonHeadings
{
    private const int LeastHeadings = 3;
    private const int MostWords = 9;
    private const int LeastWordsOfText = 4;
    private const int Level = 2;

    private static readonly Regex Shape = new(
        @"^<(?<tag>b|strong)>(?<name>[^<]{2,80})</(?:b|strong)>(?<text>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline
    );

    private static readonly string[] Openers = ["must", "will", "should", "shall", "to", "are", "is", "may", "not", "can"];

    /// <returns>The lines, each such heading as one of its own; the same where the document has headings of another kind.</returns>
    public static IReadOnlyList<SourceLine> Split(IReadOnlyList<SourceLine> lines)
    {
        var found = new Dictionary<int, (string Name, string Text)>();
        var others = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].HashLevel > 1)
            {
                return lines;
            }

            if (Read(lines, i) is { } parts)
            {
                found[i] = parts;
            }
            else if (lines[i] is { Kind: LineKind.Text, IsLargest: false, HashLevel: 0 } line && IsOther(line))
            {
                others++;
            }
        }

        if (found.Count < LeastHeadings || others >= found.Count || NumberedHeadings.Find(lines).Count > 1)
        {
            return lines;
        }

        var split = new List<SourceLine>(lines.Count + (found.Count * 2));
        for (var i = 0; i < lines.Count; i++)
        {
            if (!found.TryGetValue(i, out var parts))
            {
                split.Add(lines[i]);
                continue;
            }

            var line = lines[i];
            split.Add(new SourceLine(line.Page, 0, LineKind.Text, parts.Name) { HashLevel = Level, IsWhole = true });
            if (parts.Text.Length > 0)
            {
                split.Add(SourceLine.Blank(line.Page) with { IsWhole = true });
                split.Add(new SourceLine(line.Page, line.Indent, LineKind.Text, parts.Text) { IsWhole = true, Notes = line.Notes });
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

        var (name, text) = (match.Groups["name"].Value.Trim(), match.Groups["text"].Value.Trim());
        var isNamed = name[^1] is ':' || text.StartsWith(':');
        name = InlineMarkup.ToPlainText(name).TrimEnd(':', ' ');
        text = text.TrimStart(':', ' ');
        if (
            !isNamed
            || !Words.AreAtMost(name, MostWords)
            || !HeadingShape.IsTitle(name)
            || Openers.Contains(Words.Split(name)[^1], StringComparer.OrdinalIgnoreCase)
        )
        {
            return null;
        }

        // Raw: "<b>Responsible person:</b> Headteacher", "<b>Approved by:</b>" over "Governing Body"
        var body = text.Length > 0 ? InlineMarkup.ToPlainText(text) : NextPrinted(lines, at);
        return body.Length > 0 && (!Words.AreAtMost(body, LeastWordsOfText) || text.Length == 0) && !(KeyDetailReader.IsKnown(name) && IsValue(body))
            ? (name, text)
            : null;
    }

    private static bool IsValue(string body) => Words.AreAtMost(body, MostWords) && !Words.EndsSentence(body);

    private static bool IsOther(SourceLine line) =>
        Shape.Match(line.Text) is { Success: true } match && match.Groups["text"].Value.Trim().Length == 0 && HeadingShape.IsTitle(line.Plain);

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
