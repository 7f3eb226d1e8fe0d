using FsCheck;
using FsCheck.Fluent;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Tests.Domain.PolicyText.Blocks;

public sealed class BlockMarkdownTests
{
    private const string Hash = "4c963c27bd119273391d5576971302f629650f73718abc88476b89958a720483";

    /// <summary>One of everything, as the office would type it and as it is hashed.</summary>
    private const string Everything = """
        We share what we must, *and no more*, within 24^{2} hours[^1].

        #### How to report

        - Tell an adult
          {(a)} at once
          {(b)} in [writing](https://school.example/form)

            A word on (b).

        - ✗ Promise to keep a secret

        | Who | Must |
        | --- | --- |
        | Teachers |  |
        | Visitors | sign \| wait |

        {table header-rows=1 header-columns=1} Ratios on a visit
        {row}
        {cell columns=2 rows=1}
          Year
        {cell}
          Adults
        {row}
        {cell}
          R
        {cell}
        {cell}
          - one in six
          - a first aider

        {end}

        > In an emergency ring 999.
        >
        > Then tell the office.

        ![Whom to tell, in four steps](sha256:4c963c27bd119273391d5576971302f629650f73718abc88476b89958a720483 "image/png 640x480")

        \- is no bullet, and \{this} no label.

        [^1]: Working Together, page 9.

        """;

    [Fact]
    public void Everything_that_a_section_can_hold_is_read_and_written_back_to_the_letter()
    {
        var (blocks, notes) = BlockMarkdown.ParseWithNotes(Everything.ReplaceLineEndings("\n").Replace("\n\n{end}", "\n{end}", StringComparison.Ordinal));

        Assert.Equal(
            [typeof(Paragraph), typeof(Subheading), typeof(BulletList), typeof(Table), typeof(Table), typeof(Callout), typeof(Picture), typeof(Paragraph)],
            blocks.Select(block => block.GetType())
        );
        var list = Assert.IsType<NumberedList>(Assert.IsType<BulletList>(blocks[2]).Items[0].Nested[0]);
        Assert.Equal([("(a)", "at once"), ("(b)", "in writing")], list.Items.Select(item => (item.Label, item.Text.PlainText)));
        Assert.Equal("A word on (b).", BlockText.Texts(list.Items[1].Nested).Single().PlainText);
        var plain = Assert.IsType<Table>(blocks[3]);
        Assert.Equal((1, 2, "sign | wait"), (plain.HeaderRows, plain.Columns, BlockText.Texts(plain).Last().PlainText));
        var whole = Assert.IsType<Table>(blocks[4]);
        Assert.Equal([(0, 0, 2), (0, 2, 1), (1, 0, 1), (1, 1, 1), (1, 2, 1)], whole.Places().Select(place => (place.Row, place.Column, place.Cell.Columns)));
        Assert.Equal(("Ratios on a visit", 1, 1), (whole.Caption.PlainText, whole.HeaderRows, whole.HeaderColumns));
        Assert.Equal(new Picture(Hash, "image/png", "Whom to tell, in four steps", 640, 480), blocks[6]);
        Assert.Equal("- is no bullet, and {this} no label.", BlockText.Texts(blocks[7]).Single().PlainText);
        Assert.Equal([new Note("1", RichText.FromPlainText("Working Together, page 9."))], notes);

        var written = PolicyMarkdown.Blocks(blocks, notes);
        var (again, notesAgain) = BlockMarkdown.ParseWithNotes(written);
        Assert.Equal(written, PolicyMarkdown.Blocks(again, notesAgain));
        Assert.Contains(
            "- Tell an adult\n  {(a)} at once\n  {(b)} in [writing](https://school.example/form)\n\n    A word on (b).\n",
            written,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Whatever_a_document_holds_is_read_back_as_it_was_written() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_000),
            Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
#pragma warning disable CA5394 // Chance need not be unpredictable here.
                    var written = PolicyMarkdown.Blocks(Blocks(new Random(seed), 0));
#pragma warning restore CA5394

                    Assert.Equal(written, PolicyMarkdown.Blocks(BlockMarkdown.Parse(written)));
                }
            )
        );

    [Fact]
    public void A_line_that_looks_like_a_note_stays_where_notes_are_not_asked_for()
    {
        var typed = BlockMarkdown.Parse("Say so[^1].\n\n[^1]: To the office.");

        Assert.Equal(["Say so.", ": To the office."], BlockText.Texts(typed).Select(text => text.PlainText));
        Assert.Equal(PolicyMarkdown.Blocks(typed), PolicyMarkdown.Blocks(BlockMarkdown.Parse(PolicyMarkdown.Blocks(typed))));
    }

    [Fact]
    public void A_row_that_spans_down_leaves_its_place_in_the_rows_below()
    {
        var table = new Table(default, 0, 0, [new TableRow([Cell("A", rows: 2), Cell("B")]), new TableRow([Cell("C")])]);

        Assert.Equal([(0, 0), (0, 1), (1, 1)], table.Places().Select(place => (place.Row, place.Column)));
        Assert.Equal(2, table.Columns);
    }

    [Theory]
    [InlineData("- ", 1)]
    [InlineData("  - ", 1)]
    [InlineData("> ", 1)]
    [InlineData("{a} ", 1)]
    [InlineData("|", 1)]
    [InlineData("{table}\n{row}\n{cell}\n", 1)]
    [InlineData("![a](", 1)]
    [InlineData("#### a\n", 1)]
    public void Much_of_one_thing_takes_in_proportion_to_its_length(string piece, int lines) =>
        Work.AssertGrowsWithItsInput(
            5_000 * lines,
            size =>
            {
                var text = string.Concat(Enumerable.Repeat(piece + "x\n", size));
                return () => BlockMarkdown.Parse(text);
            }
        );

    [Theory]
    [InlineData(1, 2, 3, 2)]
    [InlineData(1, 1, 3, 1)]
    [InlineData(1, 3, 3, 1)]
    [InlineData(0, 2, 3, 0)]
    public void A_cell_of_the_head_that_reaches_down_takes_its_rows_into_the_head(int headerRows, int reaches, int rows, int expected)
    {
        var table = new Table(
            default,
            headerRows,
            0,
            [
                new TableRow([TableCell.Of(RichText.FromPlainText("Role")) with { Rows = reaches }, TableCell.Of(RichText.FromPlainText("Duties"))]),
                .. Enumerable.Range(1, rows - 1).Select(_ => new TableRow([TableCell.Of(RichText.FromPlainText("Daily"))])),
            ]
        );

        Assert.Equal(expected, table.HeaderRows);
    }

    [Fact]
    public void A_text_moved_in_without_end_is_read_all_the_same()
    {
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(level => new string(' ', level * 2) + "- x\n"));

        Assert.Equal(5_000, BlockText.Texts(BlockMarkdown.Parse(text)).Count());
    }

    private static TableCell Cell(string text, int rows = 1) => new([new Paragraph(RichText.FromPlainText(text))], 1, rows);

#pragma warning disable CA5394 // Chance need not be unpredictable here.
    private static List<Block> Blocks(Random chance, int depth)
    {
        var blocks = new List<Block>();
        for (var count = chance.Next(1, 4); count > 0; count--)
        {
            var block = Block(chance, depth);
            // Lists of one kind that touch are one list.
            if (blocks is not [.., var last] || last.GetType() != block.GetType() || block is not (BulletList or NumberedList or Table))
            {
                blocks.Add(block);
            }
        }

        return blocks;
    }

    private static Block Block(Random chance, int depth) =>
        chance.Next(depth > 2 ? 3 : 9) switch
        {
            0 => new Subheading(Words(chance), chance.Next(1, 4)),
            1 => new Picture(
                Hash,
                "image/png",
                chance.Next(3) switch
                {
                    0 => null,
                    1 => "",
                    _ => "A ] sign \\ of [x](y)",
                },
                chance.Next(900),
                480
            ),
            3 => new BulletList([.. Items(chance, depth, () => "")]),
            4 => new NumberedList([
                .. Items(
                    chance,
                    depth,
                    () =>
                        chance.Next(9) switch
                        {
                            0 => "table",
                            1 => "{4}",
                            2 => "end",
                            _ => "(b)",
                        }
                ),
            ]),
            5 => new Callout(Blocks(chance, depth + 1)),
            6 or 7 => new Table(
                chance.Next(2) == 0 ? default : Words(chance),
                chance.Next(2),
                chance.Next(3) / 2,
                [.. Enumerable.Range(0, 2 + chance.Next(3)).Select(_ => new TableRow([.. Enumerable.Range(0, 2).Select(_ => Cell(chance, depth))]))]
            ),
            _ => new Paragraph(Words(chance)),
        };

    private static IEnumerable<ListItem> Items(Random chance, int depth, Func<string> label) =>
        Enumerable.Range(0, chance.Next(1, 4)).Select(_ => new ListItem(label(), Words(chance), chance.Next(2) == 0 ? [] : Blocks(chance, depth + 1)));

    private static TableCell Cell(Random chance, int depth) =>
        chance.Next(4) switch
        {
            0 => new TableCell([]),
            1 => new TableCell(Blocks(chance, depth + 1), chance.Next(1, 3), chance.Next(1, 3)),
            _ => TableCell.Of(Words(chance)),
        };

    private static RichText Words(Random chance)
    {
        string[] pieces =
        [
            "- ",
            "{a} ",
            "word",
            "| ",
            "# ",
            "#### ",
            "> ",
            "![a](b)",
            "{cell}",
            "{row}",
            "{end}",
            "{table}",
            "\\",
            "*",
            "1. ",
            "[^",
            ": ",
            "---",
            "•",
            " ",
        ];
        var runs = Enumerable
            .Range(0, chance.Next(1, 5))
            .Select(_ =>
                chance.Next(9) switch
                {
                    0 => new TextRun("1", IsNoteMark: true),
                    1 => new TextRun(pieces[chance.Next(pieces.Length)], TextStyle.Bold),
                    2 => new TextRun(pieces[chance.Next(pieces.Length)] + "x", Link: "https://school.example/a|b"),
                    _ => new TextRun(pieces[chance.Next(pieces.Length)]),
                }
            );
        var words = RichText.FromRuns(runs.Append(new TextRun("x"))).Trim();
        return words;
    }
#pragma warning restore CA5394
}
