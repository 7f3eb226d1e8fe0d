using FsCheck;
using FsCheck.Fluent;
using StocksGreen.Induction.Domain.PolicyText;

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
            [new TextRun("read ", IsEmphasised: false), new TextRun("and", IsEmphasised: true), new TextRun(" understood", IsEmphasised: false)],
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
                    new TextRun("at ", true),
                    new TextRun("", false),
                    new TextRun("least", true),
                    new TextRun(" ", false),
                    new TextRun("annually", false),
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
                    var text = string.Concat(seeds.Select(seed => "a *\\é"[Math.Abs(seed % 5)]));

                    Assert.Equal(text, RichText.FromPlainText(text).PlainText);
                }
            )
        );

    [Fact]
    public void Reading_Markdown_that_was_written_changes_nothing() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    var runs = seeds.Select((seed, i) => new TextRun("a *\\éa".Substring(Math.Abs(seed % 5), 1 + (i % 2)), seed % 2 == 0));
                    var text = RichText.FromRuns(runs);

                    Assert.Equal(text, RichText.FromMarkdown(text.Markdown));
                    Assert.Equal(RichText.FromRuns(text.Runs), text);
                }
            )
        );
}
