using System.Globalization;
using System.Text.RegularExpressions;

namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>
/// Reads the Markdown in which the office edits a section: paragraphs, <c>- bullets</c>, <c>{(a)} labelled items</c>, <c>| tables |</c>,
/// <c>#### headings</c>, <c>&gt; boxes</c>, pictures and <c>[^1]: notes</c>; anything else is text.
/// </summary>
public static partial class BlockMarkdown
{
    /// <summary>Signs before a heading inside a section; fewer are those of sections.</summary>
    internal const int SubheadingSigns = 3;

    /// <summary>Reads blocks; a line that looks like a note is a paragraph like any other, so that nothing typed goes.</summary>
    /// <param name="markdown">Any text; line ends of any system.</param>
    public static IReadOnlyList<Block> Parse(string markdown) => new BlockMarkdownReader(Lines(markdown)).Read();

    /// <summary>Reads blocks, and apart from them the notes.</summary>
    /// <param name="markdown">Any text; line ends of any system.</param>
    public static (IReadOnlyList<Block> Blocks, IReadOnlyList<Note> Notes) ParseWithNotes(string markdown)
    {
        var lines = Lines(markdown).ToLookup(line => NoteLine().IsMatch(line.Content));
        var notes = lines[true]
            .Select(line => NoteLine().Match(line.Content))
            .Select(note => new Note(note.Groups["mark"].Value, RichText.FromMarkdown(note.Groups["text"].Value).Trim()));
        return (new BlockMarkdownReader([.. lines[false]]).Read(), [.. notes]);
    }

    private static List<(int Indent, string Content)> Lines(string markdown) =>
        [
            .. markdown
                .ReplaceLineEndings("\n")
                .Replace("\t", "    ", StringComparison.Ordinal)
                .Split('\n')
                .Select(line => (line.Trim().Length == 0 ? 0 : line.Length - line.TrimStart().Length, line.Trim())),
        ];

    /// <summary>True for a line that is more than a paragraph when it stands at the start of one.</summary>
    internal static bool StartsBlock(string content) =>
        BulletText(content) is not null
        || LabelledItem().IsMatch(content)
        || HeadingLine().IsMatch(content)
        || content.StartsWith('|')
        || content.StartsWith('>')
        || content.StartsWith("![", StringComparison.Ordinal)
        || content.StartsWith('{')
        || NoteLine().IsMatch(content);

    /// <summary>The label as <see cref="ReadLabelledItem"/> reads it; a space keeps one that is a word of tables from being taken for it.</summary>
    internal static string WriteLabel(string label)
    {
        var written = string.Concat(
                label.Select(c =>
                    c is '{' ? '('
                    : c is '}' ? ')'
                    : c
                )
            )
            .Trim();
        return $"{{{(LabelledItem().IsMatch($"{{{written}}}") ? "" : " ")}{written}}}";
    }

    /// <summary>What follows the bullet; null where there is none.</summary>
    internal static string? BulletText(string content) =>
        content is ['-' or '*' or '•'] ? ""
        : content is ['-' or '*' or '•', ' ', ..] ? content[2..].Trim()
        : null;

    internal static (string Label, string Text)? ReadLabelledItem(string content) =>
        LabelledItem().Match(content) is { Success: true } item ? (item.Groups["label"].Value.Trim(), item.Groups["text"].Value.Trim()) : null;

    internal static Subheading? ReadHeading(string content) =>
        HeadingLine().Match(content) is { Success: true } heading
            ? new Subheading(
                RichText.FromMarkdown(heading.Groups["text"].Value).Trim(),
                Math.Clamp(heading.Groups["signs"].Length - SubheadingSigns, 1, Subheading.Deepest)
            )
            : null;

    internal static int ReadCount(string line, string name, int least, int most) =>
        Regex.Match(line, $@"\b{name}=(?<count>[0-9]{{1,4}})\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } found
            ? Math.Clamp(int.Parse(found.Groups["count"].Value, CultureInfo.InvariantCulture), least, most)
            : least;

    [GeneratedRegex(@"^\[\^(?<mark>[\p{L}\p{Nd}†‡§]{1,12})\]: ?(?<text>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NoteLine();

    [GeneratedRegex(@"^\{(?!(?:table|row|cell|end)\b)(?<label>[^{}]{1,40})\}(?<text>$| .*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LabelledItem();

    [GeneratedRegex(@"^(?<signs>#{1,6}) +(?<text>.*\S)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex HeadingLine();
}
