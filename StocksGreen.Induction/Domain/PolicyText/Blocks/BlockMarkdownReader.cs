namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>Reads blocks from lines, by what stands at their start and how far they are moved in.</summary>
/// <param name="lines">Columns before each line's first sign, and the line without them; empty for a gap.</param>
internal sealed class BlockMarkdownReader(IReadOnlyList<(int Indent, string Content)> lines)
{
    private const int ColumnsPerLevel = 2;
    private const int DeepestLevel = 12;
    private const int MostSpans = 200;

    private int next;

    public IReadOnlyList<Block> Read() => ReadBlocks(0, 0);

    private bool IsAtEnd => next >= lines.Count;

    private string Content => lines[next].Content;

    private bool IsRow => Content.StartsWith('|') && SplitCells(Content).Count > 0;

    private List<Block> ReadBlocks(int margin, int depth)
    {
        var blocks = new List<Block>();
        while (SkipGaps() && lines[next].Indent >= margin)
        {
            if (ReadBlock(depth) is { } block)
            {
                blocks.Add(block);
            }
        }

        return blocks;
    }

    private Block? ReadBlock(int depth)
    {
        if (BlockMarkdown.BulletText(Content) is not null)
        {
            return ReadList(content => BlockMarkdown.BulletText(content) is { } text ? ("", text) : null, items => new BulletList(items), depth);
        }

        if (BlockMarkdown.ReadHeading(Content) is { } heading)
        {
            next++;
            return heading.Text.Markdown.Length == 0 ? null : heading;
        }

        if (PictureMarkdown.TryRead(Content) is { } picture)
        {
            next++;
            return picture;
        }

        if (Content.StartsWith("{table", StringComparison.Ordinal) && Content.Contains('}', StringComparison.Ordinal) && depth < DeepestLevel)
        {
            return ReadWholeTable(depth);
        }

        if (BlockMarkdown.ReadLabelledItem(Content) is not null)
        {
            return ReadList(BlockMarkdown.ReadLabelledItem, items => new NumberedList(items), depth);
        }

        if (IsRow)
        {
            return ReadPlainTable();
        }

        return Content.StartsWith('>') && depth < DeepestLevel ? ReadBox(depth) : ReadParagraph();
    }

    private Block? ReadList(Func<string, (string Label, string Text)?> read, Func<List<ListItem>, Block> create, int depth)
    {
        var items = new List<ListItem>();
        var margin = lines[next].Indent;
        while (!IsAtEnd && lines[next].Indent >= margin && lines[next].Indent < margin + ColumnsPerLevel && read(Content) is { } item)
        {
            var indent = lines[next].Indent;
            next++;
            var text = new List<string> { item.Text };
            while (!IsAtEnd && Content.Length > 0 && !BlockMarkdown.StartsBlock(Content))
            {
                text.Add(Content);
                next++;
            }

            var nested = depth < DeepestLevel ? ReadBlocks(indent + ColumnsPerLevel, depth + 1) : [];
            var words = RichText.FromMarkdown(string.Join(' ', text)).Trim();
            if (words.Markdown.Length > 0 || nested.Count > 0 || item.Label.Length > 0)
            {
                items.Add(new ListItem(item.Label, words, nested));
            }

            // A gap does not end a list whose next item follows.
            var after = next;
            if (!SkipGaps() || lines[next].Indent < margin || lines[next].Indent >= margin + ColumnsPerLevel || read(Content) is null)
            {
                next = after;
            }
        }

        return items.Count == 0 ? null : create(items);
    }

    private Paragraph? ReadParagraph()
    {
        var text = new List<string> { Content };
        next++;
        while (!IsAtEnd && Content.Length > 0 && !BlockMarkdown.StartsBlock(Content))
        {
            text.Add(Content);
            next++;
        }

        var words = RichText.FromMarkdown(string.Join(' ', text)).Trim();
        return words.Markdown.Length == 0 ? null : new Paragraph(words);
    }

    private Callout? ReadBox(int depth)
    {
        var inside = new List<(int, string)>();
        for (; !IsAtEnd && Content.StartsWith('>'); next++)
        {
            var line = Content.Length > 1 && Content[1] == ' ' ? Content[2..] : Content[1..];
            inside.Add((line.Length - line.TrimStart().Length, line.Trim()));
        }

        var blocks = new BlockMarkdownReader(inside).ReadBlocks(0, depth + 1);
        return blocks.Count == 0 ? null : new Callout(blocks);
    }

    private Table? ReadPlainTable()
    {
        var rows = new List<TableRow>();
        var headerRows = 0;
        for (; !IsAtEnd && IsRow; next++)
        {
            var cells = SplitCells(Content);
            if (rows.Count == 1 && headerRows == 0 && cells.TrueForAll(cell => cell.Length > 2 && cell.Trim(':').Trim('-').Length == 0))
            {
                headerRows = 1;
                continue;
            }

            rows.Add(new TableRow([.. cells.Select(cell => TableCell.Of(RichText.FromMarkdown(cell).Trim()))]));
        }

        if (rows.Count == 0)
        {
            return null;
        }

        var columns = rows.Max(row => row.Cells.Count);
        return new Table(default, headerRows, 0, [.. rows.Select(row => Filled(row, columns))]);
    }

    private static TableRow Filled(TableRow row, int columns) => new([.. row.Cells, .. Enumerable.Repeat(new TableCell([]), columns - row.Cells.Count)]);

    private static List<string> SplitCells(string line)
    {
        var cells = new List<string>();
        var start = 1;
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                i++;
            }
            else if (line[i] == '|')
            {
                cells.Add(line[start..i].Trim());
                start = i + 1;
            }
        }

        if (line[start..].Trim().Length > 0)
        {
            cells.Add(line[start..].Trim());
        }

        return cells;
    }

    private Table? ReadWholeTable(int depth)
    {
        var (opening, close) = (Content, Content.IndexOf('}', StringComparison.Ordinal));
        var margin = lines[next].Indent;
        var rows = new List<TableRow>();
        var cells = new List<TableCell>();
        next++;
        while (SkipGaps() && lines[next].Indent >= margin && IsOfTable(Content))
        {
            var line = Content;
            next++;
            if (line == "{end}")
            {
                break;
            }

            if (line == "{row}")
            {
                cells = [];
                rows.Add(new TableRow(cells));
                continue;
            }

            if (rows.Count == 0)
            {
                rows.Add(new TableRow(cells));
            }

            cells.Add(
                new TableCell(
                    ReadBlocks(margin + ColumnsPerLevel, depth + 1),
                    BlockMarkdown.ReadCount(line, "columns", 1, MostSpans),
                    BlockMarkdown.ReadCount(line, "rows", 1, MostSpans)
                )
            );
        }

        return rows.Exists(row => row.Cells.Count > 0)
            ? new Table(
                RichText.FromMarkdown(opening[(close + 1)..]).Trim(),
                BlockMarkdown.ReadCount(opening[..close], "header-rows", 0, rows.Count),
                BlockMarkdown.ReadCount(opening[..close], "header-columns", 0, MostSpans),
                rows
            )
            : null;
    }

    private static bool IsOfTable(string content) =>
        content is "{row}" or "{end}" || (content.StartsWith("{cell", StringComparison.Ordinal) && content.EndsWith('}'));

    private bool SkipGaps()
    {
        while (!IsAtEnd && Content.Length == 0)
        {
            next++;
        }

        return !IsAtEnd;
    }
}
