using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Turns the lines under a heading into paragraphs and lists.</summary>
internal sealed class BlockReader(LineJoining joining, WarningList warnings)
{
    private readonly List<Block> blocks = [];
    private readonly List<PrintedItem> items = [];
    private readonly List<SourceLine> paragraph = [];
    private (Table? Table, List<TableRow> Rows) growing = (null, []);

    public static IReadOnlyList<Block> Parse(IEnumerable<SourceLine> lines, LineJoining joining, WarningList warnings)
    {
        var reader = new BlockReader(joining, warnings);
        var isAfterGap = false;
        foreach (var line in lines)
        {
            if (line.UnderItem is { } depth && reader.items.Count > 0 && !line.IsGap)
            {
                reader.AddUnderItem(line, depth);
                isAfterGap = false;
                continue;
            }

            switch (line.Kind)
            {
                case LineKind.Blank or LineKind.Rule:
                    isAfterGap = true;
                    continue;
                case LineKind.TableRow:
                    reader.AddTableRow(line);
                    break;
                case LineKind.Block:
                    reader.EndParagraph();
                    reader.EndList();
                    reader.blocks.Add(line.Block!);
                    break;
                case LineKind.Bullet:
                    reader.AddBullet(line);
                    break;
                case LineKind.Text:
                    reader.AddText(line, isAfterGap);
                    break;
            }

            isAfterGap = false;
        }

        reader.EndParagraph();
        reader.EndList();
        return reader.blocks;
    }

    private void AddBullet(SourceLine line)
    {
        if (line.Plain.Length == 0)
        {
            warnings.Add("A bullet with no text was left out.");
            return;
        }

        EndParagraph();
        items.Add(new PrintedItem(line.Indent, line.Marker, line.HasTwoMarkers, [line], line.Label));
    }

    /// <summary>What the document itself puts under an item that has been read: a paragraph, a table, a picture, a box.</summary>
    private void AddUnderItem(SourceLine line, int depth)
    {
        Block? block =
            line.Kind == LineKind.Block ? line.Block
            : line.TablePart is { } part ? (part.Row == 0 ? part.Table : null)
            : InlineMarkup.ToRichText(line.Text) is { Markdown.Length: > 0 } words ? new Paragraph(words)
            : null;
        if (block is not null)
        {
            items.Add(new PrintedItem(0, '\0', HasTwoMarkers: false, []) { Inner = block, Depth = depth });
        }
    }

    private void AddText(SourceLine line, bool isAfterGap)
    {
        if (IsNumberedItem(line))
        {
            EndParagraph();
            items.Add(NumberedItem(line));
            return;
        }

        var isLabelled = IsLabelled(line, isAfterGap);
        if (items.Count > 0 && paragraph.Count == 0)
        {
            var item = items[^1];
            if (!isLabelled && item.Inner is null && (isAfterGap ? LineJoining.ContinuesAfterGap(item.Lines[^1], line) : ContinuesItem(item, line)))
            {
                item.Lines.Add(line);
                return;
            }

            EndList();
        }

        if (
            paragraph.Count > 0
            && (
                isLabelled
                || !(isAfterGap ? LineJoining.ContinuesAfterGap(paragraph[^1], line) : IsLabelAlone(paragraph[^1]) || joining.Continues(paragraph[^1], line))
            )
        )
        {
            EndParagraph();
        }

        paragraph.Add(line);
    }

    private bool ContinuesItem(PrintedItem item, SourceLine line)
    {
        var last = item.Lines[^1];
        if (line.Indent > item.Indent && !line.IsWhole)
        {
            return true; // a hanging indent
        }

        return line.Indent < item.Indent && Words.EndsSentence(last.Text) && !Words.StartsLowerCase(line.Text) ? false : joining.Continues(last, line);
    }

    /// <summary>Raw: "1. Tell an adult", under a line that ends with a colon or after another such item. </summary>
    private bool IsNumberedItem(SourceLine line)
    {
        if (SectionLabel.TryRead(line.Plain) is not { Kind: LabelKind.Decimal, IsPunctuated: true, Components.Count: 1, Rest.Length: > 0 })
        {
            return false;
        }

        return (
                paragraph.Count == 0
                && items.Count > 0
                && (items[^1].Marker == '1' || (items[^1].Inner is null && Words.LastMark(items[^1].Lines[^1].Text) == ':'))
            ) || (paragraph.Count > 0 && Words.LastMark(paragraph[^1].Text) == ':');
    }

    /// <summary>The number becomes the label of the item, where it is not itself in bold letters with the words.</summary>
    private static PrintedItem NumberedItem(SourceLine line)
    {
        var end = 0;
        while (end < line.Text.Length && (char.IsAsciiDigit(line.Text[end]) || line.Text[end] is '.' or ')'))
        {
            end++;
        }

        return end is > 0 and < 6 && end < line.Text.Length && char.IsWhiteSpace(line.Text[end])
            ? new PrintedItem(line.Indent, '1', HasTwoMarkers: false, [line with { Text = line.Text[end..].TrimStart() }], line.Text[..end])
            : new PrintedItem(line.Indent, '1', HasTwoMarkers: false, [line]);
    }

    /// <summary>Raw: "4.2 Staff must not…" begins a paragraph even without a blank line above; "4.2 of the policy" goes on with one.</summary>
    private static bool IsLabelled(SourceLine line, bool isAfterGap) =>
        line.HashLevel > 0
        || (
            SectionLabel.TryRead(line.Plain) is { } label
            && (label.IsPunctuated || label.Components.Count > 1)
            && (isAfterGap || !Words.StartsLowerCase(label.Rest))
        );

    private static bool IsLabelAlone(SourceLine line) => SectionLabel.TryRead(line.Plain) is { Rest.Length: 0, IsPunctuated: true };

    private void AddTableRow(SourceLine line)
    {
        EndParagraph();
        EndList();
        if (line.TablePart is { } part)
        {
            AddRowOf(part.Table, part.Row);
            return;
        }

        var cells = line.Cells.Where(cell => cell.Length > 0).ToList();
        if (cells.Count > 0)
        {
            warnings.Add("A table inside the text is shown as one line for each row.");
            blocks.Add(new Paragraph(RichText.FromPlainText(string.Join(" | ", cells))));
        }
    }

    /// <summary>A table comes whole, but for rows that were taken as key details.</summary>
    private void AddRowOf(Table table, int row)
    {
        if (!ReferenceEquals(growing.Table, table) || blocks is not [.., Table])
        {
            growing = (table, []);
            blocks.Add(table);
        }

        growing.Rows.Add(table.Rows[row]);
        blocks[^1] = table with
        {
            Rows = growing.Rows,
            HeaderRows = Math.Min(table.HeaderRows, table.HeaderRows - row + growing.Rows.Count - 1) is > 0 and var headers ? headers : 0,
        };
    }

    private void EndParagraph()
    {
        if (paragraph.Count == 0)
        {
            return;
        }

        EndList();
        var text = InlineMarkup.ToRichText(joining.Join([.. paragraph.Select(line => line.Text)]));
        paragraph.Clear();
        if (text.Markdown.Length > 0)
        {
            blocks.Add(new Paragraph(text));
        }
    }

    private void EndList()
    {
        if (items.Count > 0)
        {
            blocks.AddRange(BulletReader.Nest(items, joining, warnings));
            items.Clear();
        }
    }
}
