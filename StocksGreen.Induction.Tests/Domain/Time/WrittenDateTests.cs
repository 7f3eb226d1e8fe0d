using System.Globalization;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Tests.Domain.Time;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("14/12/2026")]
    [InlineData(" 14.12.26 ")]
    [InlineData("14-12-2026")]
    [InlineData("14 Dec 2026")]
    [InlineData("14 dec. 2026")]
    [InlineData("14th December 2026")]
    [InlineData("14 DECEMBER 2026")]
    [InlineData("2026-12-14")]
    public void A_day_is_read_as_people_write_it(string typed) => Assert.Equal((new DateOnly(2026, 12, 14), null), WrittenDate.Read(typed));

    [Theory]
    [InlineData("en-US")]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    public void The_day_comes_first_whatever_the_language(string culture)
    {
        Assert.True(WrittenDate.TryParse("03/04/2027", CultureInfo.GetCultureInfo(culture), out var written));
        Assert.Equal(new DateOnly(2027, 4, 3), written!.Day);
    }

    [Theory]
    [InlineData("31/02/2026", "that month has no such day")]
    [InlineData("29 Feb 2027", "that month has no such day")]
    [InlineData("0/1/2026", "that month has no such day")]
    [InlineData("2026-02-30", "that month has no such day")]
    [InlineData("1/1/0000", "that month has no such day")]
    [InlineData("12/14/2026", "there is no month 14")]
    [InlineData("2026-00-10", "there is no month 0")]
    [InlineData("14 Foo 2026", "Write day, month and year")]
    [InlineData("14/12", "Write day, month and year")]
    [InlineData("soon", "Write day, month and year")]
    [InlineData("١٤/١٢/٢٠٢٦", "Write day, month and year")]
    public void What_is_no_day_is_said_in_a_sentence(string typed, string reason)
    {
        var (day, refusal) = WrittenDate.Read(typed);

        Assert.Null(day);
        Assert.StartsWith($"“{typed}” is not a date", refusal, StringComparison.Ordinal);
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_typed_is_no_day_and_no_error(string? typed) => Assert.Equal((null, null), WrittenDate.Read(typed));

    [Fact]
    public void A_day_that_is_shown_is_read_back() => Assert.Equal(new DateOnly(2026, 9, 1), WrittenDate.Read(WrittenDate.Write(new DateOnly(2026, 9, 1))).Day);
}
