using StocksGreen.Induction.Images;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Child;
using StocksGreen.Induction.Importing.Policies.Pages;
using StocksGreen.Induction.Importing.Policies.Pdf;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Importing.Policies.Pdf;

/// <summary>A document that cannot be read as text can be taken as pages.</summary>
public sealed class PdfPagesTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"pages-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_scan_is_refused_as_text_and_its_pages_are_the_pictures_that_the_scanner_made()
    {
        var file = ScanFile.Of(3);

        Assert.Equal(new ImportOutcome.Refused(PdfImport.Scan) { MayBePublishedAsPages = true }, PolicyImport.Parse(file, "scan.pdf"));
        var pages = Read(file);
        Assert.Equal([1, 2, 3], pages.Select(page => page.Number));
        Assert.Equal([TestJpeg.Page(1), TestJpeg.Page(2), TestJpeg.Page(3)], pages.Select(page => page.Picture!.Bytes));
        Assert.All(pages, page => Assert.Empty(page.Words));
        Assert.Equal((240, 336, true), JpegImage.TryRead(pages[0].Picture!.Bytes) is { } jpeg ? (jpeg.Width, jpeg.Height, jpeg.IsGrey) : default);
    }

    [Fact]
    public void Words_that_a_program_recognised_behind_the_picture_are_proposed()
    {
        var page = Assert.Single(Read(new ScanFile().Page(TestJpeg.Page(1), ["Fire safety policy", "Leave by the nearest door."]).ToBytes()));

        Assert.NotNull(page.Picture);
        Assert.Equal("Fire safety policy Leave by the nearest door.", string.Join(' ', page.Words));
    }

    [Theory]
    [InlineData("BT /F 30 Tf 1 0 0 1 60 400 Tm (VOID) Tj ET", "")]
    [InlineData("60 400 m 500 400 l S", "")]
    [InlineData("", "/Rotate 90")]
    [InlineData("", "/Annots[<</Type/Annot/Subtype/Stamp/Rect[10 10 200 90]>>]")]
    public void A_page_that_shows_more_than_its_picture_is_not_one_picture(string over, string more) =>
        Assert.Null(Assert.Single(Read(new ScanFile().Page(TestJpeg.Page(1), over: over, more: more).ToBytes())).Picture);

    [Fact]
    public void More_pages_than_anyone_reads_as_pictures_and_files_that_are_broken_are_refused_in_words()
    {
        Assert.StartsWith("This PDF has 61 pages, and at most 60", Refusal(ScanFile.Of(61)), StringComparison.Ordinal);
        Assert.Equal(PdfImport.Damaged, Refusal("%PDF-1.7\nnothing\n%%EOF"u8.ToArray()));
        Assert.Equal(PdfImport.TooMuch, Refusal(PdfFile.Bomb(3L * 1024 * 1024 * 1024)));
    }

    [Fact]
    public async Task The_process_of_its_own_gives_the_same_pages_and_the_offer()
    {
        using var importer = new PolicyImporter(ReadingLimits.Usual);
        var file = ScanFile.Of(2);

        var there = Assert.IsType<PagesOutcome.Read>(await importer.ReadPagesAsync(file, TestContext.Current.CancellationToken));

        Assert.Equal(Read(file).Select(page => page.Picture!.Sha256), there.Pages.Select(page => page.Picture!.Sha256));
        Assert.Equal(PolicyImport.Parse(file, "scan.pdf"), await importer.ReadAsync(file, "scan.pdf", TestContext.Current.CancellationToken));
        Assert.IsType<PagesOutcome.Refused>(await importer.ReadPagesAsync("Text"u8.ToArray(), TestContext.Current.CancellationToken));
        Assert.Null(ImportMessage.ReadPages("{\"Pages\":[{\"Number\":1}]}"u8));
        Assert.Null(ImportMessage.ReadPages("{}"u8));
    }

    [PdfToolsFact]
    public async Task Pages_are_drawn_where_the_machine_can_and_nothing_stays_of_it()
    {
        var drawing = new PageDrawing(ReadingLimits.Usual, folder);
        var file = new PdfFile().Text(60, 700, "One").Page().Text(60, 700, "Two").Page().Text(60, 700, "Three").ToBytes();

        Assert.True(drawing.IsThere);
        var drawn = await drawing.DrawAsync(file, 2, 3, TestContext.Current.CancellationToken);

        Assert.Equal([2, 3], drawn.Keys.Order());
        Assert.Equal(PageLimits.DrawnSide, JpegImage.TryRead(drawn[2])!.Height);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [PdfToolsTheory]
    [InlineData(0x30000000, 0)]
    [InlineData(0x100000, 60)]
    public async Task A_program_that_takes_too_long_or_too_much_memory_draws_nothing_and_leaves_nothing(long memory, int seconds)
    {
        var drawing = new PageDrawing(new ReadingLimits(TimeSpan.FromSeconds(seconds), memory), folder);

        Assert.Empty(await drawing.DrawAsync(new PdfFile().Text(60, 700, "One").ToBytes(), 1, 1, TestContext.Current.CancellationToken));
        Assert.True(!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any());
    }

    [Fact]
    public async Task A_machine_without_the_program_draws_nothing()
    {
        var drawing = new PageDrawing(ReadingLimits.Usual, folder, path: "");

        Assert.False(drawing.IsThere);
        Assert.Empty(await drawing.DrawAsync(ScanFile.Of(1), 1, 1, TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(folder));
    }

    private static IReadOnlyList<PageOfFile> Read(byte[] file) => Assert.IsType<PagesOutcome.Read>(PdfPages.Parse(file)).Pages;

    private static string Refusal(byte[] file) => Assert.IsType<PagesOutcome.Refused>(PdfPages.Parse(file)).Sentence;
}
