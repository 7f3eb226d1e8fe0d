using StocksGreen.Induction.Domain.PolicyText;

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
    public void Minutes_are_told_as_people_say_them()
    {
        Assert.Equal("about 1 minute", ReadingTime.ToWords(1));
        Assert.Equal("about 9 minutes", ReadingTime.ToWords(9));
    }
}
