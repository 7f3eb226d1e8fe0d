using System.Globalization;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Tests.Domain.Time;

public sealed class LondonTimeTests
{
    [Theory]
    [InlineData("2026-09-14T15:05:00Z", "14 September 2026, 16:05 BST")]
    [InlineData("2026-12-01T09:05:00Z", "1 December 2026, 09:05 GMT")]
    [InlineData("2026-03-29T00:59:59Z", "29 March 2026, 00:59 GMT")]
    [InlineData("2026-03-29T01:00:00Z", "29 March 2026, 02:00 BST")]
    [InlineData("2026-10-25T00:59:00Z", "25 October 2026, 01:59 BST")]
    [InlineData("2026-10-25T01:00:00Z", "25 October 2026, 01:00 GMT")]
    [InlineData("2026-09-14T17:05:00+02:00", "14 September 2026, 16:05 BST")]
    public void An_instant_is_printed_by_Londons_clock_with_its_zone(string instant, string words) => Assert.Equal(words, LondonTime.ToWords(At(instant)));

    [Theory]
    [InlineData("2026-09-14T15:05:00Z", "14 September 2026, 16:05 BST (15:05 UTC)")]
    [InlineData("2026-12-01T09:05:00Z", "1 December 2026, 09:05 GMT (09:05 UTC)")]
    [InlineData("2026-09-14T23:30:00Z", "15 September 2026, 00:30 BST (14 September 2026, 23:30 UTC)")]
    public void UTC_stands_next_to_it_with_its_date_where_that_is_another_day(string instant, string words) =>
        Assert.Equal(words, LondonTime.ToWordsWithUtc(At(instant)));

    [Fact]
    public void The_hour_that_happens_twice_in_October_is_told_apart_by_its_zone()
    {
        var (first, second) = (At("2026-10-25T00:30:00Z"), At("2026-10-25T01:30:00Z"));

        Assert.Equal(("25 October 2026, 01:30 BST", "25 October 2026, 01:30 GMT"), (LondonTime.ToWords(first), LondonTime.ToWords(second)));
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.Zero), (LondonTime.Offset(first), LondonTime.Offset(second)));
    }

    [Fact]
    public void The_date_is_Londons_even_while_UTC_is_still_on_the_day_before()
    {
        Assert.Equal(new DateOnly(2026, 9, 15), LondonTime.DateIn(At("2026-09-14T23:30:00Z")));
        Assert.Equal(new DateOnly(2026, 12, 14), LondonTime.DateIn(At("2026-12-14T23:30:00Z")));
    }

    [Fact]
    public void A_date_is_printed_in_British_words_whatever_the_servers_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal("14 September 2026", LondonTime.ToWords(new DateOnly(2026, 9, 14)));
            Assert.Equal("BST", LondonTime.ZoneName(At("2026-09-14T15:05:00Z")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("2026-09-14", "2026-09-14T23:00:00Z")]
    [InlineData("2026-12-14", "2026-12-15T00:00:00Z")]
    [InlineData("2026-03-28", "2026-03-29T00:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T23:00:00Z")]
    [InlineData("2026-10-24", "2026-10-24T23:00:00Z")]
    [InlineData("2026-10-25", "2026-10-26T00:00:00Z")]
    public void A_day_ends_at_Londons_midnight_also_when_the_clocks_change(string day, string end) =>
        Assert.Equal(At(end), LondonTime.EndOf(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-10-25T00:30:00Z", "01:30")]
    [InlineData("2026-10-25T01:30:00Z", "01:30")]
    [InlineData("2027-03-28T00:59:00Z", "00:59")]
    [InlineData("2027-03-28T01:00:00Z", "02:00")]
    public void The_night_the_clocks_change_shows_an_hour_twice_or_not_at_all(string instant, string time) =>
        Assert.Equal(TimeOnly.Parse(time, CultureInfo.InvariantCulture), LondonTime.TimeIn(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));
}
