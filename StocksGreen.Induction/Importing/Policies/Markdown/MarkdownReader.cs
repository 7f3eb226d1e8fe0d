using System.Buffers;
using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Markdown;

/// <summary>Reads Markdown into the lines that the recogniser works on.</summary>
internal sealed class MarkdownReader
{
    private const int ColumnsPerLevel = 4;
    private const int DeepestIndent = 80;
    private const int LongestAddress = 2_000;

    private static readonly SearchValues<char> Indentation = SearchValues.Create(" \t>-*+");

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseGridTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseListExtras()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseYamlFrontMatter()
        .Build();

    private readonly List<SourceLine> lines = [];
    private readonly List<SourceLine> pictures = []; // of the paragraph, item or table that is read; they stand after it
    private readonly Dictionary<Footnote, Domain.PolicyText.Blocks.Note> notes = [];
    private readonly List<Domain.PolicyText.Blocks.Note> marked = []; // in the line that is read
    private readonly WarningList warnings;
    private string where = "before the first heading";

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
        UnmarkedNotes.Find(text).ToList().ForEach(reader.AddParagraph);
        reader.AddPictures();
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
                var title = WithoutAttributes(Tidy(Text(heading.Inline)));
                where = title.Length == 0 ? where : $"under “{InlineMarkup.ToPlainText(title)}”";
                Add(LineKind.Text, 0, title, line => line with { HashLevel = heading.Level });
                AddGap();
                break;
            case Table table:
                AddTable(table);
                break;
            case FootnoteGroup:
                break; // each stands with its mark
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
            case HtmlBlock { Type: HtmlBlockType.Comment } comment:
                AddComment(comment.Lines.ToString());
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
            var text = Tidy(string.Join(' ', words));
            Add(
                LineKind.Bullet,
                depth * ColumnsPerLevel,
                text,
                line => list.IsOrdered ? line with { Marker = '1', Label = MarkdownLabel.Of(list, item) } : line with { Marker = list.BulletType }
            );
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
        var rows = table
            .OfType<TableRow>()
            .Select(row =>
                row.OfType<TableCell>().Select(cell => Tidy(string.Join(' ', cell.Descendants<LeafBlock>().Select(leaf => Text(leaf.Inline))))).ToList()
            )
            .ToList();
        var columns = rows.Select(row => row.Count).DefaultIfEmpty(0).Max();
        var headers = table.OfType<TableRow>().TakeWhile(row => row.IsHeader).Count();
        var whole = new Domain.PolicyText.Blocks.Table(
            default,
            // An empty head is only the way in which Markdown begins a table.
            rows.Take(headers).Any(row => row.Exists(cell => cell.Length > 0))
                ? headers
                : 0,
            0,
            [
                .. rows.Select(row => new Domain.PolicyText.Blocks.TableRow([
                    .. row.Concat(Enumerable.Repeat("", columns - row.Count))
                        .Select(cell => Domain.PolicyText.Blocks.TableCell.Of(InlineMarkup.ToRichText(cell))),
                ])),
            ]
        );
        foreach (var (at, row) in rows.Index())
        {
            if (at >= headers || whole.HeaderRows > 0)
            {
                Add(
                    LineKind.TableRow,
                    0,
                    $"| {string.Join(" | ", row.Select(cell => cell.Replace('|', '/')))} |",
                    line => line with { TablePart = (whole, at) }
                );
            }
        }

        AddGap();
        AddPictures();
    }

    /// <summary>Each line that was broken by hand is a line of its own.</summary>
    private void AddParagraph(string text)
    {
        AddGap();
        foreach (var line in text.Split('\n').Select(Tidy))
        {
            if (MarkdownLabel.TryRead(line) is { } item)
            {
                Add(LineKind.Bullet, 0, item.Text, each => each with { Marker = '1', Label = item.Label });
            }
            else
            {
                Add(LineKind.Text, 0, line, each => each);
            }
        }

        AddGap();
        AddPictures();
    }

    // Raw: "<!-- ask the governors -->": no reader of the document ever saw it.
    private void AddComment(string text)
    {
        const string end = "-->";
        var after = text.IndexOf(end, StringComparison.Ordinal) is var at && at < 0 ? text.Length : at + end.Length;
        if (Tidy(text[..after].Replace("<!--", "", StringComparison.Ordinal).Replace(end, "", StringComparison.Ordinal)) is { Length: > 0 } words)
        {
            warnings.LeaveOut(LeftOutKind.Comment, words, where);
        }

        AddParagraph(text[after..]);
    }

    private void AddPictures()
    {
        foreach (var picture in pictures)
        {
            lines.Add(picture);
            AddGap();
        }

        pictures.Clear();
    }

    private void Add(LineKind kind, int indent, string text, Func<SourceLine, SourceLine> with)
    {
        if (text.Length > 0)
        {
            lines.Add(with(new SourceLine(0, indent, kind, text) { IsWhole = true, Notes = [.. marked] }));
            marked.Clear();
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
                case LineBreakInline { NextSibling: LiteralInline next } when MarkdownLabel.TryRead(next.Content.ToString()) is not null:
                    text.Append('\n'); // "(b) The deputy" under "(a) The headteacher"
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.ToString());
                    break;
                case HtmlInline html:
                    text.Append(html.Tag); // only emphasis and links are left
                    break;
                case AutolinkInline address:
                    AppendLink(text, address.Url, (address.IsEmail ? "mailto:" : "") + address.Url);
                    break;
                case FootnoteLink { IsBackLink: false } note:
                    AppendMark(text, note.Footnote);
                    break;
                case TaskList task:
                    text.Append(task.Checked ? "☑" : "☐");
                    break;
                case LinkInline { IsImage: true } picture:
                    AddPicture(picture);
                    break;
                case LinkInline link:
                    AppendLink(text, Text(link), link.Url);
                    break;
                case EmphasisInline { DelimiterChar: '~' } struck:
                    if (InlineMarkup.ToPlainText(Text(struck)).Trim() is { Length: > 0 } words)
                    {
                        warnings.LeaveOut(LeftOutKind.StruckOut, words, where);
                    }

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

    private void AppendLink(StringBuilder text, string words, string? address)
    {
        if (address is not { Length: > 0 } || words.Contains('\n', StringComparison.Ordinal))
        {
            text.Append(words);
        }
        else if (address.Length > LongestAddress)
        {
            text.Append(words);
            warnings.LeaveOut(LeftOutKind.Object, $"The address of the link “{InlineMarkup.ToPlainText(words)}”, which is too long", where);
        }
        else
        {
            text.Append(InlineMarkup.Tagged(words, Domain.PolicyText.Blocks.TextStyle.Plain, address));
        }
    }

    private void AppendMark(StringBuilder text, Footnote footnote)
    {
        if (!notes.TryGetValue(footnote, out var note))
        {
            var mark = footnote.Order.ToString(CultureInfo.InvariantCulture);
            // A note that marks itself would never end.
            notes[footnote] = note = new(mark, default);
            var before = marked.ToList();
            note = new(mark, InlineMarkup.ToRichText(string.Join(' ', footnote.Descendants<LeafBlock>().Select(leaf => Text(leaf.Inline).Trim()))));
            marked.Clear();
            marked.AddRange(before);
            notes[footnote] = note;
        }

        text.Append(InlineMarkup.NoteMark(note.Mark));
        if (!marked.Contains(note))
        {
            marked.Add(note);
        }
    }

    private void AddPicture(LinkInline link)
    {
        var words = Tidy(InlineMarkup.ToPlainText(Text(link)));
        if (MarkdownPicture.TryRead(link.Url) is (var shape, var file))
        {
            if (shape.TooLarge is { } reason)
            {
                warnings.LeaveOut(LeftOutKind.Picture, words.Length == 0 ? reason : $"{reason}: {words}", where);
                return;
            }

            var picture = new Domain.PolicyText.Blocks.Picture(file.Sha256, file.MediaType, words.Length == 0 ? null : words, shape.Width, shape.Height);
            warnings.Keep(file);
            pictures.Add(new SourceLine(0, 0, LineKind.Block, words.Length == 0 ? "Picture" : words) { IsWhole = true, Block = picture });
            return;
        }

        var isNamed = link.Url is { Length: > 0 and < 200 } url && !url.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
        var name = isNamed ? link.Url! : "a picture";
        warnings.LeaveOut(LeftOutKind.Picture, words.Length == 0 ? name : $"{words} ({name})", where);
        warnings.Add($"A picture is not in the file and was left out: “{(words.Length == 0 ? name : words)}”. If it says something, put it into words.");
    }

    private static string Tidy(string text) => Words.Tidy(text);
}
