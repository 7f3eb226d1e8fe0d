using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Child;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Tests.Importing.Policies.Pdf;

/// <summary>Documents of strangers are read in a process that may be ended.</summary>
public class ReadingProcessTests
{
    [Fact]
    public async Task A_process_of_its_own_reads_what_is_read_here()
    {
        using var importer = new PolicyImporter(ReadingLimits.Usual);
        var file = PdfShapeTests.Untagged();

        var there = Assert.IsType<ImportOutcome.Imported>(await importer.ReadAsync(file, "visitors.pdf", TestContext.Current.CancellationToken));

        var here = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file, "visitors.pdf"));
        Assert.Equal(PolicyInspection.ToJson(here), PolicyInspection.ToJson(there));
        Assert.Equal(here.Source, there.Source);
        Assert.Equal(here.LeftOut, there.LeftOut);
        Assert.Equal((here.Coverage.SourceWords, here.Coverage.ResultWords), (there.Coverage.SourceWords, there.Coverage.ResultWords));
    }

    [Fact]
    public async Task A_refusal_comes_back_as_it_is()
    {
        using var importer = new PolicyImporter(ReadingLimits.Usual);
        var file = PdfShapeTests.Untagged()[..200];

        Assert.Equal(PolicyImport.Parse(file, "a.pdf"), await importer.ReadAsync(file, "a.pdf", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0, 0x30000000)]
    [InlineData(60_000, 0x800000)]
    public async Task A_process_that_takes_too_long_or_too_much_memory_is_ended_with_a_sentence_and_the_next_one_reads(int milliseconds, long heap)
    {
        var file = Large();
        using (var strict = new PolicyImporter(new ReadingLimits(TimeSpan.FromMilliseconds(milliseconds), heap)))
        {
            Assert.Equal(
                new ImportOutcome.Refused(SeparateProcess.TookTooMuch),
                await strict.ReadAsync(file, "large.pdf", TestContext.Current.CancellationToken)
            );
        }

        using var usual = new PolicyImporter(ReadingLimits.Usual);
        Assert.IsType<ImportOutcome.Imported>(await usual.ReadAsync(PdfShapeTests.Untagged(), "visitors.pdf", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_a_refusal_allows_comes_back_with_it()
    {
        var scan = new ImportOutcome.Refused("This PDF holds pictures of pages.") { MayBePublishedAsPages = true };

        Assert.Equal(scan, ImportMessage.ReadAnswer(ImportMessage.Answer(scan)));
    }

    [Fact]
    public void An_answer_that_is_none_is_not_believed()
    {
        Assert.Null(ImportMessage.ReadAnswer("{}"u8));
        Assert.Null(ImportMessage.ReadAnswer("nothing"u8));
        Assert.Null(ImportMessage.ReadAnswer("{\"Imported\":{\"Policy\":{\"Preamble\":[{\"$type\":\"Program\"}]}}}"u8));
        Assert.Throws<InvalidDataException>(() => ImportMessage.ReadAsk(new byte[] { 9, 0, 0, 0, 1 }));
    }

    private static byte[] Large()
    {
        var file = new PdfFile();
        for (var page = 0; page < 60; page++)
        {
            for (var line = 0; line < 50; line++)
            {
                file.Text(60, 780 - (line * 14), $"Visitors sign in at the office before they go to room {line} on page {page}.", 10);
            }

            file.Page();
        }

        return file.ToBytes();
    }
}
