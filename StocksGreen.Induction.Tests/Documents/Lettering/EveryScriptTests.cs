using System.Text;
using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Documents.Lettering;

/// <summary>Names of every script that papers print: sound, and copied as they were written. PICTURES=folder keeps the file to be looked at.</summary>
public sealed class EveryScriptTests
{
    private static readonly string[] Names =
    [
        "Adébáyọ̀ Ọ̀ṣun Ẹ̀bùn ɛ́",
        "AVAVA Tofu office difficult",
        "محمد علي",
        "فاطمة الزهراء بنت محمد",
        "السلام عليكم لا إله",
        "اردو میں نام ٹھیک ہے",
        "שלום עולם",
        "नमस्ते दुनिया क्षत्रिय",
        "বাংলা নাম শ্রীকান্ত",
        "ਗੁਰਮੁਖੀ ਸਿੰਘ",
        "ગુજરાતી નામ ક્ષ",
        "தமிழ் பெயர்",
        "සිංහල නම ශ්\u200Dරී",
        "ภาษาไทย สวัสดี",
        "አማርኛ ኢትዮጵያ",
        "中文姓名 王小明",
        "日本語 山田太郎さん",
        "한국어 김철수",
        "✅❌➡✓☐⚠",
        "Signed by محمد علي, version 3, on paper.",
    ];

    [PdfToolsFact]
    public async Task Every_name_is_printed_and_copied_as_it_is_written()
    {
        var pdf = Create([.. Names.SelectMany(name => new[] { new TextBlock(Typography.Body, name), new TextBlock(Typography.Title, name) })]);
        if (Environment.GetEnvironmentVariable("PICTURES") is { } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, "scripts.pdf"), pdf, TestContext.Current.CancellationToken);
        }

        await PdfAssert.IsSoundAsync(pdf);
        var text = WithoutDirections(await PdfTools.PlainTextOfAsync(pdf));
        Assert.DoesNotContain(Names, name => text.Split(name.Normalize(NormalizationForm.FormC)).Length < 3);
        Assert.DoesNotContain("cannot be printed", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task Words_of_another_language_say_which()
    {
        var content = await PdfTools.RunAsync(
            Create([new TextBlock(Typography.Body, "Hello नमस्ते ٹھیک 王 Zoë")]),
            "qpdf",
            ["--qdf", "--stream-data=uncompress"],
            ["-"]
        );

        Assert.All(["hi", "ur", "zh"], language => Assert.Contains($"/Lang({language})>>BDC", content.Output, StringComparison.Ordinal));
        Assert.Equal(5, content.Output.Split("/Lang").Length - 1); // and the file, and the footer
    }

    [PdfToolsFact]
    public async Task Lines_of_both_directions_break_between_words_and_stay_on_the_paper()
    {
        var blocks = Names.Select(name => new TextBlock(Typography.Body, string.Join(' ', Enumerable.Repeat(name, 12)) + " (1) end.")).ToList();

        await PdfAssert.IsSoundAsync(
            Create([
                .. blocks,
                new TextBlock(Typography.Body, new string('山', 400)),
                new TextBlock(Typography.Body, string.Concat(Enumerable.Repeat("محمد", 100))),
            ])
        );
        Assert.Equal(Create([.. blocks]), Create([.. blocks]));
    }

    [Fact]
    public void Words_from_the_right_stand_in_their_order_among_words_from_the_left()
    {
        var line = Assert.Single(LineBreaker.Break([new Run("by محمد علي, then")], Typography.Body, 500));

        Assert.Equal(["by ", "محمد ", "علي", ", then"], line.Fragments.Select(fragment => fragment.Text));
        Assert.Equal([0, 2, 1, 3], line.Fragments.Select(fragment => line.Fragments.Count(other => other.Left < fragment.Left)));
    }

    private static byte[] Create(IReadOnlyList<FlowBlock> blocks)
    {
        var document = new FlowDocument(new PdfMetadata("Scripts", "A school", "", DocumentSamples.ProducedAt), PageSetup.Portrait) { Footer = "محمد" };
        document.AddRange([new Heading(1, "Scripts"), .. blocks]);
        return document.ToPdf();
    }

    private static string WithoutDirections(string text) => string.Concat(text.Where(c => c is not ((>= '\u202A' and <= '\u202E') or '\u200E' or '\u200F')));
}
