using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Tests.Domain.PolicyText;

public sealed class ReadingTimeTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(238, 1)]
    [InlineData(2 * 238, 2)]
    [InlineData(2200, 9)]
    public void Words_take_whole_minutes_and_never_none(int words, int minutes) => Assert.Equal(minutes, ReadingTime.MinutesFor(words));

    [Fact]
    public void Words_in_tables_notes_lists_and_boxes_count_and_a_picture_that_tells_something_counts_fifteen_seconds()
    {
        var picture = new Picture(new string('a', 64), "image/png", null, 0, 0);
        PolicyContent text = new(
            "Policy",
            "",
            [],
            [Words(3)],
            [
                new PolicySection(
                    "1",
                    "Rules",
                    1,
                    [
                        new Table(RichText.FromPlainText("Two words"), 1, 0, [new TableRow([new TableCell([Words(10)]), new TableCell([picture])])]),
                        new BulletList([ListItem.Bullet(RichText.FromPlainText("one"), [])]),
                        new Callout([Words(5)]),
                        picture with
                        {
                            Alt = "",
                        },
                    ]
                )
                {
                    Notes = [new Note("1", RichText.FromPlainText("of four words here"))],
                },
            ],
            [],
            null,
            null
        )
        {
            PreambleNotes = [new Note("1", RichText.FromPlainText("two words"))],
        };

        var parts = PolicyMarkdown.Parts(text);

        Assert.Equal(1 + 2 + 3 + 2, parts[0].Words);
        Assert.Equal(2 + 2 + 10 + 1 + 5 + 4, parts[1].Words);
        Assert.Equal(parts[1].Words, PolicyMarkdown.WordsOf(text.Sections[0]));
        Assert.Equal(parts[1].Words + 59, parts[1].WordsToRead);
        Assert.Equal(15, (int)Math.Ceiling(60.0 * ReadingTime.WordsOfPicture / ReadingTime.WordsPerMinute));
    }

    private static Paragraph Words(int count) => new(RichText.FromPlainText(string.Join(' ', Enumerable.Repeat("word", count))));

    [Fact]
    public void Minutes_are_told_as_people_say_them()
    {
        Assert.Equal("about 1 minute", ReadingTime.ToWords(1));
        Assert.Equal("about 9 minutes", ReadingTime.ToWords(9));
    }
}
