namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>Walks through blocks in reading order, into lists, cells and boxes.</summary>
public static class BlockText
{
    /// <summary>Every block, one that holds others before what it holds.</summary>
    public static IEnumerable<Block> All(IEnumerable<Block> blocks) => blocks.SelectMany(block => Inside(block).SelectMany(All1).Prepend(block));

    /// <summary>Every line of text: paragraphs, headings, items, captions, cells; what a picture shows, where someone has said so and it is no page.</summary>
    public static IEnumerable<RichText> Texts(IEnumerable<Block> blocks) => blocks.SelectMany(Texts);

    /// <summary>Every line of text in one block.</summary>
    public static IEnumerable<RichText> Texts(Block block) =>
        block switch
        {
            Paragraph paragraph => [paragraph.Text],
            Subheading heading => [heading.Text],
            BulletList list => list.Items.SelectMany(Texts),
            NumberedList list => list.Items.SelectMany(Texts),
            Table table => table
                .Rows.SelectMany(row => row.Cells)
                .SelectMany(cell => Texts(cell.Blocks))
                .Prepend(table.Caption)
                .Where(text => text.Markdown.Length > 0),
            Picture { Alt.Length: > 0, IsPage: false } picture => [RichText.FromPlainText(picture.Alt)],
            Callout box => Texts(box.Blocks),
            _ => [],
        };

    private static IEnumerable<RichText> Texts(ListItem item) =>
        Texts(item.Nested)
            .Prepend(item.Label.Length == 0 ? item.Text : RichText.FromMarkdown($"{RichText.FromPlainText(item.Label).Markdown} {item.Text.Markdown}"));

    private static IEnumerable<Block> All1(Block block) => All([block]);

    private static IEnumerable<Block> Inside(Block block) =>
        block switch
        {
            BulletList list => list.Items.SelectMany(item => item.Nested),
            NumberedList list => list.Items.SelectMany(item => item.Nested),
            Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Blocks),
            Callout box => box.Blocks,
            _ => [],
        };
}
