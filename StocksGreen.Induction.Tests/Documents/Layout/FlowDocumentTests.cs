using System.Globalization;
using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Documents.Layout;

public sealed class FlowDocumentTests
{
    private static readonly PageSetup Page = PageSetup.Portrait;

    [PdfToolsFact]
    public async Task A_row_taller_than_a_page_is_split_between_lines_and_loses_nothing()
    {
        var words = string.Join(' ', Enumerable.Range(1, 2_000).Select(i => "w" + i.ToString(CultureInfo.InvariantCulture)));
        var pdf = Make(
            new Heading(1, "Table"),
            new Grid(
                [new GridColumn("Name", 1), new GridColumn("Reason", 2)],
                [
                    ["Before", "short"],
                    ["Tall", words],
                    ["After", "short"],
                ]
            )
        );

        await PdfAssert.IsSoundAsync(pdf);
        Assert.InRange(await PdfAssert.PagesOfAsync(pdf), 2, 6);
        Assert.Equal(4, (await PdfAssert.ElementsOfAsync(pdf)).Split(" TR").Length - 1);
        var text = await PdfTools.PlainTextOfAsync(pdf);
        Assert.All(words.Split(' '), word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [PdfToolsFact]
    public async Task Words_on_two_lines_are_not_glued_together_when_copied()
    {
        var sentence = string.Join(' ', Enumerable.Range(1, 300).Select(i => "word" + i.ToString(CultureInfo.InvariantCulture)));
        var structure = await PdfAssert.StructureOfAsync(Make(new Heading(1, "Text"), new TextBlock(Typography.Body, sentence)));

        Assert.Contains(sentence, structure, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task Headings_of_any_depth_are_tagged_without_gaps()
    {
        var pdf = Make(
            new Heading(3, "Deep first"),
            new Heading(6, "Deeper"),
            new Heading(1, "Top"),
            new Heading(4, "Deep again"),
            new TextBlock(Typography.Body, "Text.")
        );

        await PdfAssert.IsSoundAsync(pdf);
    }

    [Fact]
    public void A_heading_never_stands_alone_at_the_foot_of_a_page()
    {
        for (var lines = 30; lines < 60; lines++)
        {
            var filler = Enumerable.Repeat(new TextBlock(Typography.Body with { SpaceAfter = 0 }, "Line."), lines);
            FlowBlock[] blocks = [.. filler, new Heading(2, "Heading"), new Heading(3, "Under it"), new TextBlock(Typography.Body, "Text.")];

            Assert.True(Lay(blocks).Y > Page.Top + 60, "The text is on a page without its heading.");
        }
    }

    [Fact]
    public void A_heading_goes_with_the_table_under_it_that_stays_together()
    {
        for (var lines = 30; lines < 60; lines++)
        {
            var filler = Enumerable.Repeat(new TextBlock(Typography.Body with { SpaceAfter = 0 }, "Line."), lines);
            var table = new Grid([new GridColumn(null, 1), new GridColumn(null, 1)], [.. Enumerable.Repeat((IReadOnlyList<GridCell>)["Name", "Value"], 9)])
            {
                StaysTogether = true,
                SpaceAfter = 0,
            };

            var alone = Lay([table]).Y;
            var flow = Lay([.. filler, new Heading(2, "Heading"), table]);

            Assert.True(flow.Pages.Count == 1 || flow.Y > alone + 10, "The table is on a page without its heading.");
        }
    }

    [Fact]
    public void A_paragraph_never_leaves_one_line_alone_on_either_page()
    {
        var style = Typography.Body with { SpaceAfter = 0 };
        for (var lines = 30; lines < 60; lines++)
        {
            var flow = Lay([.. Enumerable.Repeat(new TextBlock(style, "Line."), lines), new TextBlock(style, Sentences(4))]);
            var onLastPage = (flow.Y - Page.Top) / style.LineHeight;

            Assert.True(flow.Pages.Count == 1 || onLastPage > 1.5, "One line stands alone on the last page.");
        }
    }

    [Fact]
    public void A_page_break_at_the_top_of_a_page_adds_no_empty_page()
    {
        var flow = Lay([new PageBreak(), new TextBlock(Typography.Body, "One."), new PageBreak(), new PageBreak(), new TextBlock(Typography.Body, "Two.")]);

        Assert.Equal(2, flow.Pages.Count);
    }

    [Fact]
    public void A_short_table_that_stays_together_moves_whole()
    {
        IReadOnlyList<GridCell>[] rows = [.. Enumerable.Range(0, 8).Select(_ => (IReadOnlyList<GridCell>)["Name", "Value"])];
        var table = new Grid([new GridColumn(null, 1), new GridColumn(null, 1)], rows) { StaysTogether = true, SpaceAfter = 0 };

        var flow = Lay([new Gap(10), .. Enumerable.Repeat(new TextBlock(Typography.Body with { SpaceAfter = 0 }, "Line."), 43), table]);

        Assert.Equal(2, flow.Pages.Count);
        Assert.Equal(Page.Top + (8 * 21), flow.Y, 3);
    }

    [Fact]
    public void A_row_with_too_few_cells_is_a_fault() =>
        Assert.Throws<ArgumentException>(() =>
            Make(
                new Grid(
                    [new GridColumn("A", 1), new GridColumn("B", 1)],
                    [
                        ["only one"],
                    ]
                )
            )
        );

    [PdfToolsFact]
    public async Task A_header_and_footer_too_long_for_their_line_end_in_an_ellipsis()
    {
        var document = new FlowDocument(new PdfMetadata("Title", "School", "", DocumentSamples.ProducedAt), Page)
        {
            Header = Sentences(5),
            Footer = Sentences(5),
        };
        document.AddRange([new Heading(1, "One"), new PageBreak(), new TextBlock(Typography.Body, "Two.")]);
        var pdf = document.ToPdf();

        await PdfAssert.IsSoundAsync(pdf);
        var text = await PdfTools.PlainTextOfAsync(pdf);
        Assert.Equal(3, text.Split('…').Length - 1); // a header on the second page, a footer on both
        Assert.Contains("Page 2 of 2", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task A_drawing_stands_next_to_its_text_and_is_read_out_in_words()
    {
        var pdf = Make(
            new Heading(1, "Drawing"),
            new Figure(60, 60, "A green square", (writer, x, y) => writer.StrokeRectangle(x, y, 60, 60, 2, Typography.Green))
            {
                SideText = [new TextBlock(Typography.Body, "Next to it.")],
            }
        );

        await PdfAssert.IsSoundAsync(pdf);
        Assert.Contains("Figure:", await PdfAssert.StructureOfAsync(pdf), StringComparison.Ordinal);
    }

    private static byte[] Make(params FlowBlock[] blocks)
    {
        var document = new FlowDocument(new PdfMetadata("Title", "School", "Subject", DocumentSamples.ProducedAt), Page)
        {
            Header = "Header",
            Footer = "Footer",
        };
        document.AddRange(blocks);
        return document.ToPdf();
    }

    private static PageFlow Lay(IReadOnlyList<FlowBlock> blocks)
    {
        var flow = new PageFlow(Page);
        new BlockLayout(flow).Place(blocks);
        return flow;
    }

    private static string Sentences(int count) =>
        string.Join(' ', Enumerable.Repeat("All members of staff are advised to safeguard themselves and their privacy when using social media.", count));
}
