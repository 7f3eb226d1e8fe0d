using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Tests.Importing.Policies.Pdf;

/// <summary>Tables say in each cell what the page says there, once.</summary>
public class PdfTableTests
{
    private const string Sentence = "All staff sign in at the school office before they go to any classroom or meet any pupil.";

    // A, B and C are a tick, a cross and a box.
    private const string Marks = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/Differences[65/uni2713/uni2717/uni2610]>>>>";

    private static readonly string[] Alone = ["A", "B", "C", "x", "-", "7", "a)", "1."];
    private static readonly string[] Printed = ["✓", "✗", "☐", "x", "-", "7", "a)", "1."];

    [Fact]
    public void A_cell_that_holds_only_a_mark_a_number_or_a_letter_says_it()
    {
        var file = Start(Marks);
        Grid(file, 700, 8, [.. Alone.Select((_, at) => $"Head {at}")], Alone);

        Assert.Equal(Printed, ParagraphsOf(Assert.Single(Tables(Read(file)))));
    }

    [Fact]
    public void A_cell_that_a_tag_names_says_its_mark_alone_or_before_its_word()
    {
        var file = new PdfFile { Font = Marks }
            .Tagged("H1", 60, 780, "Visitors Policy", 20, isBold: true)
            .Tagged("H2", 60, 740, "Arriving", 14, isBold: true)
            .Tagged("TH", 60, 620, "Must", isBold: true)
            .Tagged("TH", 200, 620, "Must not", isBold: true)
            .Under("TR", 2)
            .Tagged("TD", 60, 600, "A")
            .Tagged("TD", 200, 600, "B wander")
            .Under("TR", 2)
            .Tagged("Lbl", 60, 580, "b)")
            .Under("LI", 1)
            .Under("L", 1)
            .Under("TD", 1)
            .Tagged("TD", 200, 580, "C")
            .Under("TR", 2)
            .Under("Table", 3)
            .Tagged("P", 60, 500, Sentence, isBold: true);

        Assert.Equal(["✓", "✗ wander", "b)", "☐"], ParagraphsOf(Assert.Single(Tables(Read(file)))));
    }

    [Fact]
    public void A_list_in_a_cell_stays_a_list()
    {
        var file = Start();
        Grid(file, 700, 2, ["Staff", "Pupils"], ["a) sign in", "walk"]);

        var cell = Assert.Single(Tables(Read(file))).Rows[1].Cells[0];

        Assert.Equal([("a)", "sign in")], Assert.IsType<NumberedList>(Assert.Single(cell.Blocks)).Items.Select(item => (item.Label, item.Text.PlainText)));
    }

    [Fact]
    public void A_table_that_goes_over_the_page_is_one_and_the_head_that_comes_again_is_named()
    {
        var file = Start();
        Grid(file, 100, 2, ["Week", "Lead"], ["Week 1", "Mr Dunn"]);
        Grid(file.Page(), 800, 2, ["Week", "Lead"], ["Week 2", "Ms Akers"], ["Week 3", "Mr Noor"]);
        Grid(file.Page(), 800, 2, ["Week", "Lead"], ["Week 4", "Mr Hale"]);

        var read = Read(file.Text(60, 600, Sentence));

        Assert.Equal(["Week Lead", "Week 1 Mr Dunn", "Week 2 Ms Akers", "Week 3 Mr Noor", "Week 4 Mr Hale"], Rows(Assert.Single(Tables(read))));
        Assert.Equal(
            [
                new LeftOut(LeftOutKind.Header, "Week Lead", "the head of the table again, on page 2"),
                new LeftOut(LeftOutKind.Header, "Week Lead", "the head of the table again, on page 3"),
            ],
            read.LeftOut
        );
        Assert.Empty(read.Coverage.Missing);
    }

    [Fact]
    public void A_row_that_the_page_tears_is_whole()
    {
        var file = Start();
        Grid(file, 100, 2, ["Code", "Meaning"], ["A1", "Away with the agreement of"]);
        Grid(file.Page(), 800, 2, ["", "a parent"], ["A2", "Ill"]);

        Assert.Equal(["Code Meaning", "A1 Away with the agreement of a parent", "A2 Ill"], Rows(Assert.Single(Tables(Read(file.Text(60, 600, Sentence))))));
    }

    [Fact]
    public void Two_tables_with_other_heads_or_other_columns_stay_two()
    {
        var file = Start();
        Grid(file, 100, 2, ["Week", "Lead"], ["Week 1", "Mr Dunn"]);
        Grid(file.Page(), 800, 2, ["Room", "Key"], ["Hall", "Office"]);
        Grid(file.Page(), 800, 3, ["Room", "Key", "Alarm"], ["Hall", "Office", "Yes"]);

        Assert.Equal(3, Tables(Read(file.Text(60, 600, Sentence))).Count());
    }

    /// <param name="top">Where the grid begins; each row is 20 points high, and each column 120, or as wide as there is room.</param>
    private static void Grid(PdfFile file, int top, int columns, params string[][] rows)
    {
        var width = Math.Min(120, 480 / columns);
        for (var row = 0; row <= rows.Length; row++)
        {
            file.Line(60, top - (row * 20), 60 + (columns * width), top - (row * 20));
        }

        for (var column = 0; column <= columns; column++)
        {
            file.Line(60 + (column * width), top - (rows.Length * 20), 60 + (column * width), top);
        }

        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (rows[row][column].Length > 0)
                {
                    file.Text(64 + (column * width), top - (row * 20) - 14, rows[row][column], 9, isBold: row == 0 && rows[row][0].Length > 0);
                }
            }
        }
    }

    private static PdfFile Start(string? font = null)
    {
        var file = font is null ? new PdfFile() : new PdfFile { Font = font };
        return file.Text(60, 780, "Visitors Policy", 20, isBold: true).Text(60, 740, "1. Arriving", 14, isBold: true);
    }

    private static ImportOutcome.Imported Read(PdfFile file) => Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file.ToBytes(), "visitors.pdf"));

    private static IEnumerable<Table> Tables(ImportOutcome.Imported read) => read.Policy.Sections.SelectMany(section => section.Blocks).OfType<Table>();

    private static IEnumerable<string> Rows(Table table) =>
        table.Rows.Select(row => string.Join(' ', row.Cells.SelectMany(cell => BlockText.Texts(cell.Blocks)).Select(text => text.PlainText)));

    private static IEnumerable<string> ParagraphsOf(Table table) =>
        table.Rows.Skip(1).SelectMany(row => row.Cells).Select(cell => Assert.IsType<Paragraph>(Assert.Single(cell.Blocks)).Text.PlainText);
}
