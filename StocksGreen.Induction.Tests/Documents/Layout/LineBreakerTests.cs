using StocksGreen.Induction.Documents.Layout;

namespace StocksGreen.Induction.Tests.Documents.Layout;

public sealed class LineBreakerTests
{
    [Fact]
    public void No_line_is_wider_than_the_column_and_no_word_is_lost()
    {
        const string text = "All members of staff sign to say they have read and understood its contents, every year.";

        var lines = Break(text, 120);

        Assert.True(lines.Count > 2);
        Assert.All(lines, line => Assert.True(line.Width <= 120.01));
        Assert.Equal(text, string.Concat(lines.Select(TextOf)));
    }

    [Fact]
    public void The_space_at_a_break_stays_in_the_text_so_that_copied_words_are_not_glued()
    {
        var lines = Break("kindness respect dignity", 50);

        Assert.Equal("kindness |respect |dignity", string.Join('|', lines.Select(TextOf)));
    }

    [Fact]
    public void A_word_wider_than_the_column_is_broken_between_letters()
    {
        var lines = Break(new string('W', 200), 100);

        Assert.All(lines, line => Assert.True(line.Width <= 100.01));
        Assert.Equal(new string('W', 200), string.Concat(lines.Select(TextOf)));
    }

    [Fact]
    public void Even_a_column_narrower_than_a_letter_comes_to_an_end() => Assert.Equal(5, Break("WWWWW", 1).Count);

    [Fact]
    public void A_letter_and_its_accent_are_never_parted() =>
        Assert.All(Break(string.Concat(Enumerable.Repeat("x\u0323\u0302", 50)), 20), line => Assert.StartsWith("x", TextOf(line), StringComparison.Ordinal));

    [Fact]
    public void A_word_made_of_two_looks_is_one_word()
    {
        var lines = LineBreaker.Break([new Run("under"), new Run("stood") { IsUnderlined = true }, new Run(", fully")], Typography.Body, 70);

        Assert.Equal("understood, |fully", string.Join('|', lines.Select(TextOf)));
    }

    [Fact]
    public void The_same_word_twice_in_two_runs_gets_no_space_that_was_not_written() =>
        Assert.Equal("go go-go", TextOf(Assert.Single(LineBreaker.Break([new Run("go go-"), new Run("go")], Typography.Body, 500))));

    [Fact]
    public void An_underline_covers_the_word_and_not_the_spaces_next_to_it()
    {
        var line = Assert.Single(LineBreaker.Break([new Run("read "), new Run("and") { IsUnderlined = true }, new Run(" understood")], Typography.Body, 500));

        Assert.Equal([("read ", false), ("and", true), (" understood", false)], line.Fragments.Select(fragment => (fragment.Text, fragment.Look.IsUnderlined)));
    }

    [Fact]
    public void Words_that_stay_together_move_to_the_next_line_together()
    {
        var lines = LineBreaker.Break([new Run("signed on "), new Run("14 September 2026, 16:05 BST") { StaysTogether = true }], Typography.Body, 160);

        Assert.Equal("signed on |14 September 2026, 16:05 BST", string.Join('|', lines.Select(TextOf)));
    }

    [Theory]
    [InlineData("It was signed on 14 December 2026 by all who had read it", "14 December 2026")]
    [InlineData("It is the version 2 of it that all of them had read", "version 2")]
    [InlineData("All of them had signed it at 16:05 BST or earlier", "16:05 BST")]
    public void A_date_a_time_and_a_version_are_never_parted(string text, string together)
    {
        for (var width = Break(together, 500)[0].Width + 1; width < 260; width += 7)
        {
            Assert.Contains(Break(text, width), line => TextOf(line).Contains(together, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_date_wider_than_its_column_is_parted_between_words() =>
        Assert.Equal("14 |December |2026", string.Join('|', Break("14 December 2026", 52).Select(TextOf)));

    [Fact]
    public void Text_without_words_has_no_lines() => Assert.Empty(Break(" \n\t ", 100));

    private static IReadOnlyList<SetLine> Break(string text, double width) => LineBreaker.Break([new Run(text)], Typography.Body, width);

    private static string TextOf(SetLine line) => string.Concat(line.Fragments.Select(fragment => fragment.Text));
}
