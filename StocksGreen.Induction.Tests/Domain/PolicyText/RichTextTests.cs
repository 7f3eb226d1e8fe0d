using FsCheck;
using FsCheck.Fluent;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Tests.Domain.PolicyText;

public class RichTextTests
{
    [Theory]
    [InlineData("read *and* understood", "read and understood")]
    [InlineData("a \\* b", "a * b")]
    [InlineData("a \\\\ b", "a \\ b")]
    [InlineData("", "")]
    public void Markdown_gives_the_words(string markdown, string words)
    {
        Assert.Equal(words, RichText.FromMarkdown(markdown).PlainText);
        Assert.Equal(markdown, RichText.FromMarkdown(markdown).Markdown);
    }

    [Fact]
    public void Runs_alternate_between_plain_and_emphasised() =>
        Assert.Equal(
            [new TextRun("read "), new TextRun("and", TextStyle.Italic), new TextRun(" understood")],
            RichText.FromMarkdown("read *and* understood").Runs
        );

    [Theory]
    [InlineData("staff* must", "staff\\* must")]
    [InlineData("a ** b", "a \\*\\* b")]
    [InlineData("a \\x b", "a \\\\x b")]
    [InlineData("ends in \\", "ends in \\\\")]
    public void A_mark_that_means_nothing_is_taken_literally(string written, string markdown) =>
        Assert.Equal(markdown, RichText.FromMarkdown(written).Markdown);

    [Fact]
    public void Neighbours_of_the_same_emphasis_become_one() =>
        Assert.Equal(
            "*at least* annually",
            RichText
                .FromRuns([
                    new TextRun("at ", TextStyle.Italic),
                    new TextRun(""),
                    new TextRun("least", TextStyle.Italic),
                    new TextRun(" "),
                    new TextRun("annually"),
                ])
                .Markdown
        );

    [Fact]
    public void Text_is_kept_in_Unicode_form_NFC() => Assert.Equal(RichText.FromPlainText("Si\u00E2n"), RichText.FromPlainText("Sia\u0302n"));

    [Fact]
    public void A_text_that_was_never_set_is_the_empty_text()
    {
        Assert.Equal(RichText.FromPlainText(""), default(RichText));
        Assert.Equal("", default(RichText).ToString());
        Assert.Empty(default(RichText).Runs);
    }

    [Fact]
    public void Plain_text_comes_back_whatever_its_marks() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    var text = string.Concat(seeds.Select(seed => Signs[Math.Abs(seed % Signs.Length)]));

                    Assert.Equal(text, RichText.FromPlainText(text).PlainText);
                }
            )
        );

    [Fact]
    public void Reading_Markdown_that_was_written_changes_nothing() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000),
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    var text = RichText.FromRuns(seeds.Select(Run));

                    Assert.Equal(text, RichText.FromMarkdown(text.Markdown));
                    Assert.Equal(RichText.FromRuns(text.Runs), text);
                    Assert.Equal(
                        string.Concat(seeds.Select(Run).Select(run => run.IsNoteMark ? "" : run.Text)).Normalize(System.Text.NormalizationForm.FormC),
                        text.PlainText
                    );
                }
            )
        );

    [Theory]
    [InlineData("**bold** *italic* <u>under</u> H_{2}O 24^{2}", "bold italic under H2O 242")]
    [InlineData("[the form](https://school.example/a%28b%29)[^2] [insert name] [see](below", "the form [insert name] [see](below")]
    [InlineData("5 * 3 * 2, staff* must, **, ****, ^{, _{x", "5 * 3 * 2, staff* must, **, ****, ^{, _{x")]
    public void Markup_is_read_and_what_is_no_markup_stays(string markdown, string words) => Assert.Equal(words, RichText.FromMarkdown(markdown).PlainText);

    [Theory]
    [InlineData("*")]
    [InlineData("**")]
    [InlineData("* ")]
    [InlineData("[")]
    [InlineData("[a")]
    [InlineData("](")]
    [InlineData("[^")]
    [InlineData("^{")]
    [InlineData("^{a")]
    [InlineData("<u>")]
    [InlineData("\\")]
    public void A_long_line_of_signs_takes_in_proportion_to_its_length(string sign) =>
        Work.AssertGrowsWithItsInput(
            20_000,
            size =>
            {
                var line = string.Concat(Enumerable.Repeat(sign, size));
                return () => RichText.FromMarkdown(line);
            }
        );

    private const string Signs = "a *\\é^_{}[]()<u>/1:|-#!&";

    private static TextRun Run(int seed, int place)
    {
#pragma warning disable CA5394 // Chance need not be unpredictable here.
        var chance = new Random(HashCode.Combine(seed, place));
        var text = string.Concat(Enumerable.Range(0, chance.Next(1, 4)).Select(_ => Signs[chance.Next(Signs.Length)]));
        var style = (TextStyle)(chance.Next(3) == 0 ? chance.Next(32) : 0);
        return chance.Next(8) switch
        {
            0 => new TextRun("2", IsNoteMark: true),
            1 => new TextRun(text, style, "https://school.example/?a=(b)|c d"),
            _ => new TextRun(text, style),
        };
#pragma warning restore CA5394
    }
}
