using System.Globalization;
using System.Text;

namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>Writes blocks as Markdown, in one way only; <see cref="BlockMarkdown"/> reads it back.</summary>
internal sealed class BlockMarkdownWriter
{
    private const int ColumnsPerLevel = 2;

    private readonly StringBuilder text = new();

    public override string ToString() => text.ToString();

    /// <summary>A line as it is, but for line ends inside it.</summary>
    public void Line(string line) => text.Append(OneLine(line)).Append('\n');

    public void Append(IReadOnlyList<Block> blocks) => Append(blocks, "");

    public void Append(IReadOnlyList<Note> notes)
    {
        foreach (var note in notes)
        {
            text.Append('\n');
            Line($"[^{note.Mark}]: {note.Text.Markdown}");
        }
    }

    private void Append(IReadOnlyList<Block> blocks, string margin)
    {
        foreach (var block in blocks)
        {
            text.Append('\n');
            Append(block, margin);
        }
    }

    private void Append(Block block, string margin)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Line(margin + Escaped(paragraph.Text.Markdown));
                break;
            case Subheading heading:
                Line($"{margin}{new string('#', BlockMarkdown.SubheadingSigns + heading.Level)} {heading.Text.Markdown}");
                break;
            case BulletList list:
                // A bullet has no label; one that has all the same must not go unseen.
                AppendItems(list.Items, margin, item => item.Label.Length == 0 ? "-" : $"- {BlockMarkdown.WriteLabel(item.Label)}");
                break;
            case NumberedList list:
                AppendItems(list.Items, margin, item => BlockMarkdown.WriteLabel(item.Label));
                break;
            case Table table when IsPlain(table):
                AppendPlain(table, margin);
                break;
            case Table table:
                AppendWhole(table, margin);
                break;
            case Picture picture:
                Line(margin + PictureMarkdown.Write(picture));
                break;
            case Callout box:
                AppendBox(box, margin);
                break;
            default:
                throw new InvalidOperationException($"No canonical form for {block.GetType().Name}.");
        }
    }

    private void AppendItems(IReadOnlyList<ListItem> items, string margin, Func<ListItem, string> mark)
    {
        foreach (var item in items)
        {
            Line($"{margin}{mark(item)} {item.Text.Markdown}".TrimEnd());
            var inner = margin + new string(' ', ColumnsPerLevel);
            foreach (var (at, block) in item.Nested.Index())
            {
                // A list follows its item directly, anything else after a gap.
                text.Append(at == 0 && block is BulletList or NumberedList ? "" : "\n");
                Append(block, inner);
            }
        }
    }

    /// <summary>One header row, and in each cell one line or none: what every Markdown can say.</summary>
    private static bool IsPlain(Table table) =>
        table is { HeaderRows: 1, HeaderColumns: 0, Rows.Count: > 1 }
        && table.Caption.Markdown.Length == 0
        && table.Rows[0].Cells.Count is var columns and > 1
        && table.Rows.All(row =>
            row.Cells.Count == columns && row.Cells.All(cell => cell is { Columns: 1, Rows: 1, Blocks: [] or [Paragraph { Text.Markdown.Length: > 0 }] })
        );

    private void AppendPlain(Table table, string margin)
    {
        foreach (var (at, row) in table.Rows.Index())
        {
            Line($"{margin}| {string.Join(" | ", row.Cells.Select(Words))} |");
            if (at == 0)
            {
                Line($"{margin}|{string.Concat(row.Cells.Select(_ => " --- |"))}");
            }
        }

        static string Words(TableCell cell) =>
            cell.Blocks is [Paragraph paragraph] ? paragraph.Text.Markdown.Replace("|", "\\|", StringComparison.Ordinal) : "";
    }

    private void AppendWhole(Table table, string margin)
    {
        var opening = string.Create(CultureInfo.InvariantCulture, $"{margin}{{table header-rows={table.HeaderRows} header-columns={table.HeaderColumns}}}");
        Line(table.Caption.Markdown.Length == 0 ? opening : $"{opening} {table.Caption.Markdown}");
        foreach (var row in table.Rows)
        {
            Line($"{margin}{{row}}");
            foreach (var cell in row.Cells)
            {
                Line(
                    margin
                        + (
                            cell is { Columns: 1, Rows: 1 }
                                ? "{cell}"
                                : string.Create(CultureInfo.InvariantCulture, $"{{cell columns={cell.Columns} rows={cell.Rows}}}")
                        )
                );
                foreach (var (at, block) in cell.Blocks.Index())
                {
                    text.Append(at == 0 ? "" : "\n");
                    Append(block, margin + new string(' ', ColumnsPerLevel));
                }
            }
        }

        Line($"{margin}{{end}}");
    }

    private void AppendBox(Callout box, string margin)
    {
        var inside = new BlockMarkdownWriter();
        inside.Append(box.Blocks);
        foreach (var line in inside.ToString().Trim('\n').Split('\n'))
        {
            Line($"{margin}> {line}".TrimEnd());
        }
    }

    private static string Escaped(string markdown) =>
        !BlockMarkdown.StartsBlock(markdown) ? markdown
        : markdown.StartsWith("[^", StringComparison.Ordinal) ? markdown.Insert(markdown.IndexOf(']', StringComparison.Ordinal) + 1, "\\")
        : "\\" + markdown;

    private static string OneLine(string line) => line.Replace('\r', ' ').Replace('\n', ' ').Normalize(NormalizationForm.FormC);
}
