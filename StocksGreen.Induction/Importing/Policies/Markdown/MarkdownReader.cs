using System.Buffers;
using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Markdown;

/// <summary>Reads Markdown into the lines that the recogniser works on.</summary>
internal sealed class MarkdownReader
{
    private const int ColumnsPerLevel = 4;
    private const int DeepestIndent = 80;

    private static readonly SearchValues<char> Indentation = SearchValues.Create(" \t>-*+");

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseGridTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseYamlFrontMatter()
        .Build();

    private readonly List<SourceLine> lines = [];
    private readonly WarningList warnings;

    private MarkdownReader(WarningList warnings) => this.warnings = warnings;

    public static bool IsMarkdown(string fileName) =>
        fileName.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    /// <param name="text">Cleaned; of tags only those of emphasis are left.</param>
    public static IReadOnlyList<SourceLine> Parse(string text, WarningList warnings)
    {
        MarkdownDocument document;
        try
        {
            // The library takes ever longer, and then refuses, the deeper lists and quotations are nested: as plain text it is read all the same.
            if (IsNestedBeyondReason(text))
            {
                return LineReader.Parse(text);
            }

            document = Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return LineReader.Parse(text);
        }

        var reader = new MarkdownReader(warnings);
        reader.ReadBlocks(document, depth: 0);
        return reader.lines;
    }

    private static bool IsNestedBeyondReason(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var depth = line.IndexOfAnyExcept(Indentation);
            if ((depth < 0 ? line.Length : depth) > DeepestIndent && line.IndexOfAny("-*+>") >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // Raw: "## Aims {#aims .unnumbered}" gives a heading a name for links.
    private static string WithoutAttributes(string heading)
    {
        var open = heading.LastIndexOf(" {", StringComparison.Ordinal);
        return open > 0 && heading[^1] == '}' && heading.Length > open + 3 && heading[open + 2] is '#' or '.' or '-' ? heading[..open].TrimEnd() : heading;
    }

    private void ReadBlocks(ContainerBlock container, int depth)
    {
        foreach (var block in container)
        {
            ReadBlock(block, depth);
        }
    }

    private void ReadBlock(Block block, int depth)
    {
        switch (block)
        {
            case YamlFrontMatterBlock front:
                AddParagraph(front.Lines.ToString());
                break;
            case HeadingBlock heading:
                AddGap();
                Add(LineKind.Text, 0, WithoutAttributes(Tidy(Text(heading.Inline))), line => line with { HashLevel = heading.Level });
                AddGap();
                break;
            case Table table:
                AddTable(table);
                break;
            case FootnoteGroup notes:
                notes.OfType<Footnote>().ToList().ForEach(AddFootnote);
                break;
            case ListBlock list:
                ReadList(list, depth);
                break;
            case LinkReferenceDefinitionGroup:
                break; // each stands where it is used
            case ContainerBlock inner:
                ReadBlocks(inner, depth);
                break;
            case ThematicBreakBlock:
                AddGap();
                break;
            case LeafBlock leaf:
                AddParagraph(leaf.Inline is null ? leaf.Lines.ToString() : Text(leaf.Inline));
                break;
        }
    }

    private void ReadList(ListBlock list, int depth)
    {
        if (depth == 0)
        {
            AddGap();
        }

        foreach (var item in list.OfType<ListItemBlock>())
        {
            var words = item.OfType<LeafBlock>().Select(leaf => leaf.Inline is null ? leaf.Lines.ToString() : Text(leaf.Inline)).ToList();
            var label = list.IsOrdered
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(item.Order == 0 ? list.OrderedStart : item.Order.ToString(CultureInfo.InvariantCulture))}{list.OrderedDelimiter} "
                )
                : "";
            var text = label + Tidy(string.Join(' ', words));
            Add(LineKind.Bullet, depth * ColumnsPerLevel, text, line => line with { Text = text, Marker = list.IsOrdered ? '1' : list.BulletType });
            foreach (var inner in item.OfType<ContainerBlock>())
            {
                ReadBlock(inner, depth + 1);
            }
        }

        if (depth == 0)
        {
            AddGap();
        }
    }

    private void AddTable(Table table)
    {
        AddGap();
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.OfType<TableCell>()
                .Select(cell => Tidy(string.Join(' ', cell.Descendants<LeafBlock>().Select(leaf => Text(leaf.Inline)))).Replace('|', '/'))
                .ToList();
            if (cells.Exists(cell => cell.Length > 0))
            {
                Add(LineKind.TableRow, 0, $"| {string.Join(" | ", cells)} |", line => line);
            }
        }

        AddGap();
    }

    private void AddFootnote(Footnote note) =>
        AddParagraph(
            string.Create(
                CultureInfo.InvariantCulture,
                $"[{note.Order}] {string.Join(' ', note.Descendants<LeafBlock>().Select(leaf => Text(leaf.Inline).Trim()))}"
            )
        );

    /// <summary>Each line that was broken by hand is a line of its own.</summary>
    private void AddParagraph(string text)
    {
        AddGap();
        foreach (var line in text.Split('\n'))
        {
            Add(LineKind.Text, 0, Tidy(line), each => each);
        }

        AddGap();
    }

    private void Add(LineKind kind, int indent, string text, Func<SourceLine, SourceLine> with)
    {
        if (text.Length > 0)
        {
            lines.Add(with(new SourceLine(0, indent, kind, text) { IsWhole = true }));
        }
    }

    private void AddGap()
    {
        if (lines is [.., { Kind: not LineKind.Blank }])
        {
            lines.Add(SourceLine.Blank(0) with { IsWhole = true });
        }
    }

    private string Text(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        Append(text, inlines);
        return text.ToString();
    }

    private void Append(StringBuilder text, ContainerInline? inlines)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.ToString());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LineBreakInline { IsHard: true }:
                    text.Append('\n');
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.ToString());
                    break;
                case HtmlInline html:
                    text.Append(html.Tag); // only emphasis is left
                    break;
                case AutolinkInline address:
                    text.Append(address.Url);
                    break;
                case FootnoteLink { IsBackLink: false } note:
                    text.Append(CultureInfo.InvariantCulture, $" [{note.Footnote.Order}]");
                    break;
                case TaskList task:
                    text.Append(task.Checked ? "[x]" : "[ ]");
                    break;
                case LinkInline { IsImage: true } picture:
                    warnings.Add($"A picture cannot be shown here and was left out: “{Tidy(Text(picture))}”. If it says something, put it into words.");
                    break;
                case LinkInline link:
                    Append(text, link);
                    text.Append(link.Url is { Length: > 0 } url && !text.ToString().EndsWith(url, StringComparison.Ordinal) ? $" ({url})" : "");
                    break;
                case EmphasisInline emphasis:
                    var mark = emphasis.DelimiterCount > 1 ? "b" : "i";
                    text.Append(CultureInfo.InvariantCulture, $"<{mark}>");
                    Append(text, emphasis);
                    text.Append(CultureInfo.InvariantCulture, $"</{mark}>");
                    break;
                case ContainerInline container:
                    Append(text, container);
                    break;
            }
        }
    }

    private static string Tidy(string text) => Words.Tidy(text);
}
