using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>Writes the lines that the recogniser works on, for formats whose files say themselves what is a heading, an item and a table.</summary>
internal sealed class FlowWriter(FlowTally tally, WarningList warnings)
{
    private const int MostCells = 50_000;
    private const int DeepestCell = 20;

    // A line of larger letters than the text is a heading; points.
    private const double LargerBy = 2;
    private const int MostWordsOfLargeLine = 14;
    private const int ColumnsPerLevel = 4;
    private const int LongestHeading = 80;

    private readonly LineJoining joining = new([], warnings);
    private List<SourceLine> lines = [];
    private int cells;
    private int within;
    private bool standsOut;
    private SourceLine? caption;

    /// <summary>Of most letters, in points; 0 where it is not known.</summary>
    internal double UsualSize { get; set; }

    /// <summary>Of the largest letters, in points; 0 where it is not known.</summary>
    internal double LargestSize { get; set; }

    internal bool IsInCell => within > 0;

    internal IReadOnlyList<SourceLine> Lines => lines;

    /// <param name="level">1 for the title, 2 for a section.</param>
    /// <param name="label">Null where the heading has none, or has it among its words.</param>
    internal void Heading(FlowParagraph content, int level, FlowLabel? label)
    {
        var words = content.Text.Replace('\n', ' ').Trim();
        if (within > 0)
        {
            Paragraph(content);
            return;
        }

        AddGap();
        var line = Whole(LineKind.Text, 0, label is { IsBullet: false } ? $"{label.Text} {words}" : words) with { HashLevel = level, Notes = content.Notes };
        lines.Add(line);
        Place(line, content);
    }

    /// <param name="indent">Levels.</param>
    internal void Paragraph(FlowParagraph content, int indent = 0)
    {
        standsOut &= content.StandsOut;
        var isFirst = true;
        foreach (var words in FlowLines.Split(content.Text).Where(words => InlineMarkup.ToPlainText(words).Length > 0 || content.Notes.Count > 0))
        {
            var line = MakeLine(content, words.Trim(), indent * ColumnsPerLevel);
            if (isFirst)
            {
                line = line with { Notes = content.Notes };
                if (!(IsListed(line) && lines is [.., var last] && IsListed(last)))
                {
                    AddGap();
                }
            }

            lines.Add(line);
            Place(line, content);
            isFirst = false;
        }
    }

    /// <param name="depth">0 for the outermost list.</param>
    internal void Item(FlowParagraph content, int depth, FlowLabel label)
    {
        var words = content.Text.Replace('\n', ' ').Trim();
        var isBold = content.StandsOut && within == 0;
        if (!label.IsBullet && (label.IsOfClause || label.IsParagraph))
        {
            AddGap();
            var numbered = Whole(LineKind.Text, 0, isBold ? $"<b>{label.Text} {words}</b>" : $"{label.Text} {words}") with { Notes = content.Notes };
            lines.Add(numbered);
            Place(numbered, content);
            return;
        }

        standsOut &= content.StandsOut;
        var said = content.StandsOut ? $"<b>{words}</b>" : words;
        if (lines is [.., var last] && !IsListed(last))
        {
            AddGap();
        }

        var glyph = label.Text[0] is '\u00B7' or '*' or '-' || char.IsSurrogate(label.Text[0]) ? '•' : label.Text[0];
        lines.Add(
            label.IsBullet
                ? Whole(LineKind.Bullet, depth * ColumnsPerLevel, $"{glyph} {words}") with
                {
                    Text = BulletMarker.IsMark(glyph) ? $"{glyph} {said}" : said,
                    Marker = BulletMarker.IsMark(glyph) ? glyph : '•',
                    Notes = content.Notes,
                }
                : Whole(LineKind.Bullet, depth * ColumnsPerLevel, $"{label.Text} {words}") with
                {
                    Text = said,
                    Marker = '1',
                    Label = label.Text,
                    Notes = content.Notes,
                }
        );
    }

    /// <summary>A further paragraph of the item before it.</summary>
    internal void Continue(FlowParagraph content, int depth)
    {
        if (lines is not [.., { Kind: LineKind.Bullet } last])
        {
            Paragraph(content, depth + 1);
            return;
        }

        var words = content.Text.Replace('\n', ' ').Trim();
        lines[^1] = last with { Text = $"{last.Text} {(content.StandsOut ? $"<b>{words}</b>" : words)}", Notes = [.. last.Notes, .. content.Notes] };
    }

    internal void AddBlock(Block block, string words, IReadOnlyList<Note> notes)
    {
        AddGap();
        lines.Add(Whole(LineKind.Block, 0, words) with { Block = block, Notes = notes });
        AddGap();
    }

    /// <summary>Writes what stands in a cell or a box for itself.</summary>
    internal (IReadOnlyList<Block> Blocks, IReadOnlyList<Note> Notes, string Words, bool StandsOut) Collect(Action read)
    {
        if (within >= DeepestCell)
        {
            throw new RefusalException("This document has tables inside tables, deeper than any policy has. Copy its text into a new document.");
        }

        var (outer, outerStandsOut) = (lines, standsOut);
        (lines, standsOut) = ([], true);
        within++;
        read();
        within--;
        var blocks = BlockReader.Parse(lines, joining, warnings);
        var notes = lines.SelectMany(line => line.Notes).ToList();
        var collected = (blocks, notes, string.Join(' ', BlockText.Texts(blocks).Select(text => text.PlainText)), standsOut && blocks.Count > 0);
        (lines, standsOut) = (outer, outerStandsOut);
        return collected;
    }

    /// <param name="columns">That it spans; as the file says it.</param>
    /// <param name="rows">That it spans; as the file says it.</param>
    internal FlowCell Cell(Action read, int columns, int rows, bool isHead)
    {
        if (++cells > MostCells)
        {
            throw new RefusalException("This document has tables of more than 50,000 cells, which no policy has. Check that it is the right file.");
        }

        var (blocks, notes, words, isBold) = Collect(read);
        return new FlowCell(blocks, notes, words, columns, rows, isHead, isBold);
    }

    internal void Table(FlowTable table)
    {
        if (!table.Rows.Any(row => row.Any(cell => cell.Blocks.Count > 0)))
        {
            return;
        }

        standsOut = false;
        var (headers, isGuess) = table.HeaderRows();
        if (isGuess)
        {
            var names = table.Rows[0].Select(cell => cell.Words).Where(words => words.Length > 0);
            warnings.Add($"The first row of a table was taken as the names of its columns: {WarningList.Quote(names)}.");
        }

        var built = table.Build(headers);
        AddGap();
        for (var i = 0; i < table.Rows.Count; i++)
        {
            lines.Add(
                Whole(LineKind.TableRow, 0, $"| {string.Join(" | ", table.Rows[i].Select(cell => cell.Words.Replace('|', '/')))} |") with
                {
                    TablePart = (built, i),
                    Notes = [.. i == 0 ? table.Notes : [], .. table.Rows[i].SelectMany(cell => cell.Notes)],
                }
            );
        }

        AddGap();
    }

    /// <summary>Says that the last paragraph is a caption.</summary>
    internal void MarkCaption() => caption = lines.FindLast(line => line.Kind != LineKind.Blank);

    /// <summary>Takes back the caption that stands right above, for the table that it names.</summary>
    internal (RichText Text, IReadOnlyList<Note> Notes) TakeCaption()
    {
        var last = lines.FindLastIndex(line => line.Kind != LineKind.Blank);
        // Raw: "Figure 2: the site"
        if (caption is null || last < 0 || !ReferenceEquals(lines[last], caption) || caption.Plain.StartsWith("Fig", StringComparison.OrdinalIgnoreCase))
        {
            return (default, []);
        }

        lines.RemoveRange(last, lines.Count - last);
        var words = caption.Text;
        return (
            InlineMarkup.ToRichText(
                words.StartsWith("<b>", StringComparison.Ordinal) && words.EndsWith("</b>", StringComparison.Ordinal) ? words[3..^4] : words
            ),
            caption.Notes
        );
    }

    internal void AddGap()
    {
        if (lines is [.., { Kind: not LineKind.Blank }])
        {
            lines.Add(SourceLine.Blank(0) with { IsWhole = true });
        }
    }

    private SourceLine MakeLine(FlowParagraph content, string raw, int indent)
    {
        var isLarge = within == 0 && UsualSize > 0 && content.Size >= UsualSize + LargerBy && Words.AreAtMost(raw, MostWordsOfLargeLine);
        if ((content.StandsOut || isLarge) && raw.Length > 0 && BulletMarker.TryRead(raw) is null)
        {
            return Whole(LineKind.Text, indent, $"<b>{raw}</b>") with { IsLargest = isLarge && content.Size >= LargestSize };
        }

        if (raw.Length == 0)
        {
            return Whole(LineKind.Text, indent, raw);
        }

        return FlowLines.Typed(0, indent, raw, lines, isInCell: within > 0);
    }

    /// <summary>What is left out below is told with the heading that it stands under.</summary>
    private void Place(SourceLine line, FlowParagraph content)
    {
        if (within == 0 && (line.HashLevel > 1 || (line.Kind == LineKind.Text && content.StandsOut && Words.AreAtMost(line.Plain, MostWordsOfLargeLine))))
        {
            tally.Heading = line.Plain.Length > LongestHeading ? line.Plain[..LongestHeading] + "…" : line.Plain;
        }
    }

    private static SourceLine Whole(LineKind kind, int indent, string raw) => new(0, indent, kind, raw) { IsWhole = true };

    private static bool IsListed(SourceLine line) => line.Kind is LineKind.Bullet or LineKind.TableRow;
}
