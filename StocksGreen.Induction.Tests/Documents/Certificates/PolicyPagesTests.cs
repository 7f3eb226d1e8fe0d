using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Tests.Images;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Documents.Certificates;

/// <summary>Tables, labels, pictures and notes on the paper that a signer keeps. PICTURES=folder keeps the files to be looked at.</summary>
public sealed class PolicyPagesTests
{
    [PdfToolsFact]
    public async Task A_policy_with_every_kind_of_block_is_sound_with_and_without_its_pictures()
    {
        await KeepAsync("every-block", Create(EveryBlock.Policy(), Pictures));

        await PdfAssert.IsSoundAsync(Create(EveryBlock.Policy(), Pictures));
        await PdfAssert.IsSoundAsync(Create(EveryBlock.Policy()));
        Assert.Equal(Create(EveryBlock.Policy(), Pictures), Create(EveryBlock.Policy(), Pictures));
    }

    [PdfToolsFact]
    public async Task A_labelled_item_is_printed_with_its_label_before_its_words()
    {
        var text = await TextOfAsync(EveryBlock.Policy());

        Assert.Contains("(a) The headteacher, who decides on:", text, StringComparison.Ordinal);
        Assert.Contains("– phones in class", text, StringComparison.Ordinal);
        Assert.Contains("(b) The deputy.", text, StringComparison.Ordinal);
        Assert.Contains("(ii) on school trips And no one else. 10. The governors.", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task Header_cells_captions_and_labels_are_tagged_as_what_they_are()
    {
        var words = (await PdfAssert.StructureOfAsync(Create(EveryBlock.Policy()))).Split('\n', StringSplitOptions.TrimEntries).ToList();
        var tags = Tags(words, "\"Whom to ring\"", "\"Who\"", "\"Teachers\"", "\"Never post\"", "\"(ii)\"", "\"Who decides\"", "\"On trips\"");

        Assert.Equal(["Caption", "TH", "TH", "LBody", "Lbl", "H3", "H4"], tags);
    }

    [PdfToolsFact]
    public async Task An_address_is_printed_after_its_words_once_in_a_section()
    {
        var text = await TextOfAsync(EveryBlock.Policy());

        Assert.Equal(2, text.Split("www.gov.uk/government/publications").Length);
        Assert.Contains("See (b) below and the guidance (https://www.gov.uk/", text, StringComparison.Ordinal);
        Assert.Contains("Again the guidance.", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task Notes_stand_after_their_section_with_their_marks()
    {
        var text = await TextOfAsync(EveryBlock.Policy());

        Assert.Contains("Read this before term.[1] Note 1 Term begins on 2 September. 1 Rules", text, StringComparison.Ordinal);
        Assert.Contains("Note 2 As amended in 2026 (https://example.org/2026).", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task Ticks_stand_under_the_heads_of_their_own_columns()
    {
        var words = (await PdfLook.AtAsync(Create(EveryBlock.Policy()))).Pages.SelectMany((page, at) => page.Select(word => (Page: at, Word: word))).ToList();

        var tick = words.Last(each => each.Word.Text == "✓");
        var visitors = words.Last(each => each.Page == tick.Page && each.Word.Text == "Visitors" && each.Word.Top < tick.Word.Top).Word;
        Assert.Equal(visitors.Left, tick.Word.Left, 1.0);
    }

    [PdfToolsFact]
    public async Task A_picture_is_a_figure_with_its_description_or_a_frame_that_holds_it()
    {
        var with = Create(EveryBlock.Policy(), Pictures);

        Assert.Equal(1, (await PdfAssert.AlternativesOfAsync(with)).Count(words => words.StartsWith("A flow chart", StringComparison.Ordinal)));
        Assert.Contains("Picture: A picture that no one has described", await PlainAsync(with), StringComparison.Ordinal);
        Assert.Contains("Picture: A flow chart: tell the lead, then write it down", await TextOfAsync(EveryBlock.Policy()), StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task A_GIF_is_drawn_as_its_first_picture()
    {
        var pdf = Create(Of(new Picture(EveryBlock.Described, "image/gif", "Red and blue", 40, 20)), _ => GifFile.RedAndBlue());

        await PdfAssert.IsSoundAsync(pdf);
        Assert.Contains("Red and blue", await PdfAssert.AlternativesOfAsync(pdf));
        Assert.DoesNotContain("Picture: ", await PlainAsync(pdf), StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task Small_words_above_and_below_the_line_are_heard_as_what_they_are()
    {
        var text = await TextOfAsync(EveryBlock.Policy());

        Assert.Contains("within 24² hours", text, StringComparison.Ordinal);
        Assert.Contains("drink H₂O.", text, StringComparison.Ordinal);
    }

    [PdfToolsTheory]
    [InlineData(120, 1, 3)]
    [InlineData(6, 900, 3)]
    [InlineData(60, 1, 20)]
    public async Task A_long_table_goes_on_over_pages_with_its_header(int rows, int words, int columns)
    {
        var table = new Table(
            default,
            1,
            1,
            [
                new TableRow([.. Enumerable.Range(0, columns).Select(column => Cell($"Head {column}"))]),
                .. Enumerable
                    .Range(0, rows)
                    .Select(row => new TableRow([.. Enumerable.Range(0, columns).Select(column => Cell(Words($"r{row}c{column}", column == 1 ? words : 1)))])),
            ]
        );
        var pdf = Create(Of(table));

        await KeepAsync($"table-{rows}-{words}-{columns}", pdf);
        await PdfAssert.IsSoundAsync(pdf);
        var text = await PlainAsync(pdf);
        Assert.All(Enumerable.Range(0, rows), row => Assert.Contains($"r{row}c{columns - 1}", text, StringComparison.Ordinal));
    }

    [PdfToolsFact]
    public async Task A_header_never_stands_alone_at_the_foot_of_a_page()
    {
        var rows = Enumerable.Range(0, 8).Select(row => new TableRow([Cell($"row{row}"), Cell(Words("words", 500))]));
        var pdf = Create(Of(new Table(default, 1, 0, [new TableRow([Cell("Who"), Cell("Headline")]), .. rows])));

        var pages = (await PdfLook.AtAsync(pdf)).Pages.Where(page => page.Any(word => word.Text == "Headline")).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Contains(page, word => word.Text == "words" && word.Top > page.First(head => head.Text == "Headline").Top));
    }

    [PdfToolsFact]
    public async Task A_cell_over_more_rows_than_a_page_holds_goes_on_with_them()
    {
        var table = new Table(
            default,
            0,
            1,
            [
                new TableRow([new TableCell([new Paragraph(RichText.FromPlainText(Words("side", 700)))], Rows: 200), Cell("row 0")]),
                .. Enumerable.Range(1, 199).Select(row => new TableRow([Cell($"row {row}")])),
            ]
        );

        var pdf = Create(Of(table));

        await PdfAssert.IsSoundAsync(pdf);
        Assert.Contains("row 199", await PlainAsync(pdf), StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task Lists_and_boxes_nested_beyond_reason_stay_on_the_paper()
    {
        Block inner = new Paragraph(RichText.FromPlainText(Words("deep", 30)));
        for (var depth = 0; depth < 30; depth++)
        {
            inner = depth % 2 == 0 ? new NumberedList([new ListItem($"({depth})", RichText.FromPlainText("Item"), [inner])]) : new Callout([inner]);
        }

        await PdfAssert.IsSoundAsync(Create(Of(inner)));
    }

    [Fact]
    public void A_table_of_many_rows_is_laid_out_in_time_that_grows_with_it()
    {
        var rows = Enumerable.Range(0, 4_000).Select(row => new TableRow([Cell($"a{row}"), Cell($"b{row}")])).ToList();

        Assert.NotEmpty(Create(Of(new Table(default, 1, 0, rows))));
    }

    /// <summary>The element that holds each of the words, but for the paragraph round them.</summary>
    private static IEnumerable<string> Tags(List<string> lines, params string[] words) =>
        words.Select(each =>
        {
            var at = lines.IndexOf(each);
            Assert.True(at > 0, $"{each} is not there");
            return lines.Take(at).Last(line => line.Length > 0 && char.IsAsciiLetterUpper(line[0]) && line != "P (block)").Split(' ', ':')[0];
        });

    private static TableCell Cell(string text) => TableCell.Of(RichText.FromPlainText(text));

    private static string Words(string word, int count) => string.Join(' ', Enumerable.Repeat(word, count));

    private static PolicyContent Of(Block block) =>
        EveryBlock.Policy() with
        {
            Preamble = [],
            PreambleNotes = [],
            Sections = [new PolicySection("1", "Long", 1, [block])],
        };

    private static byte[] Create(PolicyContent text, Func<string, ReadOnlyMemory<byte>?>? pictureOf = null) =>
        SignedCopyDocument.Create(DocumentSamples.Certificate(), text, DocumentSamples.ProducedAt, pictureOf);

    private static ReadOnlyMemory<byte>? Pictures(string sha256) =>
        sha256 == EveryBlock.Described ? CrestImageTests.Shield(320, 160) : (ReadOnlyMemory<byte>?)null;

    private static Task<string> TextOfAsync(PolicyContent text) => PlainAsync(Create(text));

    private static Task<string> PlainAsync(byte[] pdf) => PdfTools.PlainTextOfAsync(pdf);

    private static async Task KeepAsync(string name, byte[] pdf)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, name + ".pdf"), pdf);
        }
    }
}
