using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Documents.Policies;

/// <summary>The blocks of one section as paper shows them, and its notes after them.</summary>
/// <param name="name">Tells the places of its notes from those of other sections.</param>
/// <param name="level">Of the section's own heading.</param>
/// <param name="notes">To which its marks lead.</param>
internal sealed class PrintedSection(string name, int level, IReadOnlyList<Note> notes, PrintedPictures pictures)
{
    private const int MostColumns = 14;

    private readonly PrintedLine line = new(name, notes);

    public IEnumerable<FlowBlock> Compose(IReadOnlyList<Block> blocks)
    {
        foreach (var block in Convert(blocks, depth: 0))
        {
            yield return block;
        }

        if (notes.Count > 0)
        {
            yield return new Heading(level + 1, notes.Count == 1 ? "Note" : "Notes");
            yield return new ItemList([.. notes.Select(line.Entry)], IsLabelled: true);
        }
    }

    private IReadOnlyList<FlowBlock> Convert(IReadOnlyList<Block> blocks, int depth) => [.. blocks.SelectMany(block => Convert(block, depth))];

    /// <param name="depth">How many lists stand round it.</param>
    private IEnumerable<FlowBlock> Convert(Block block, int depth) =>
        block switch
        {
            Paragraph paragraph => [new TextBlock(Typography.Body, line.Runs(paragraph.Text))],
            Subheading heading => [new Heading(level + heading.Level, heading.Text.PlainText) { Runs = line.Runs(heading.Text) }],
            BulletList list => [new ItemList([.. list.Items.Select(item => Convert(item, depth == 0 ? "•" : "–", depth))], IsLabelled: false)],
            NumberedList list => [new ItemList([.. list.Items.Select(item => Convert(item, item.Label, depth))], IsLabelled: true)],
            Table { Columns: > MostColumns } table => [RowByRow(table, depth)],
            Table table => [Convert(table, depth)],
            Picture picture => pictures.Convert(picture),
            Callout box => [new Box(Convert(box.Blocks, depth))],
            _ => throw new InvalidOperationException($"No printed form for {block.GetType().Name}."),
        };

    private ListEntry Convert(ListItem item, string label, int depth) => new(label, line.Runs(item.Text), Convert(item.Nested, depth + 1));

    private BlockTable Convert(Table table, int depth)
    {
        var rows = table.Rows.Count;
        return new BlockTable(
            line.Runs(table.Caption),
            table.HeaderRows,
            table.HeaderColumns,
            [
                .. table
                    .Places()
                    .Select(place => new BlockCell(
                        place.Row,
                        place.Column,
                        place.Cell.Columns,
                        Math.Clamp(place.Cell.Rows, 1, rows - place.Row),
                        Convert(place.Cell.Blocks, depth)
                    )),
            ]
        );
    }

    /// <summary>A table with more columns than a page has room for: an item for each row, with the names of the columns before the cells.</summary>
    private ItemList RowByRow(Table table, int depth)
    {
        var places = table.Places();
        var names = places.Where(place => place.Row < table.HeaderRows).ToLookup(place => place.Column, place => BlockText.Texts(place.Cell.Blocks));
        return new ItemList(
            [
                .. places
                    .Where(place => place.Row >= table.HeaderRows && place.Cell.Blocks.Count > 0)
                    .GroupBy(place => place.Row)
                    .Select(row =>
                    {
                        // What stands first in a row names it, where it is a line of words.
                        var first = row.First() is { Column: 0, Cell.Blocks: [Paragraph paragraph] } ? paragraph : null;
                        return new ListEntry(
                            "•",
                            first is null ? [new Run(FormattableString.Invariant($"Row {row.Key - table.HeaderRows + 1}"))] : line.Runs(first.Text),
                            [.. row.Skip(first is null ? 0 : 1).SelectMany(place => Named(NameOf(names[place.Column]), Convert(place.Cell.Blocks, depth + 1)))]
                        );
                    }),
            ],
            IsLabelled: false
        );
    }

    private static IEnumerable<FlowBlock> Named(string name, IReadOnlyList<FlowBlock> blocks) =>
        name.Length == 0 ? blocks
        : blocks.Count > 0 && blocks[0] is TextBlock text ? [text with { Runs = [new Run(name + ": ") { IsBold = true }, .. text.Runs] }, .. blocks.Skip(1)]
        : [new TextBlock(Typography.Body, [new Run(name + ":") { IsBold = true }]), .. blocks];

    private static string NameOf(IEnumerable<IEnumerable<RichText>> headers) =>
        string.Join(" · ", headers.SelectMany(texts => texts).Select(text => text.PlainText));
}
