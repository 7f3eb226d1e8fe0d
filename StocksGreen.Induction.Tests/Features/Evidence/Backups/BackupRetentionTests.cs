using StocksGreen.Induction.Data.Backups;
using StocksGreen.Induction.Features.Evidence.Backups;

namespace StocksGreen.Induction.Tests.Features.Evidence.Backups;

public sealed class BackupRetentionTests
{
    private static readonly DateTimeOffset Night = new(2026, 12, 1, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_two_years_of_nights_a_fortnight_eight_weeks_and_a_year_of_months_are_kept()
    {
        var nights = Enumerable.Range(0, 730).Select(day => Night.AddDays(-day)).ToList();

        var kept = nights.Except(BackupRetention.Expired(nights)).Order().ToList();

        Assert.Equal(nights.Take(14), kept.OrderDescending().Take(14));
        Assert.InRange(kept.Count, 14 + 6 + 9, 14 + 8 + 12);
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 2, 0, 0, TimeSpan.Zero), kept[0]);
    }

    /// <summary>Deleting each night, as the program does, ends where deleting once does: nothing that a later rule needs goes too early.</summary>
    [Fact]
    public void Deleting_every_night_keeps_a_year()
    {
        List<DateTimeOffset> there = [];
        for (var day = 729; day >= 0; day--)
        {
            there.Add(Night.AddDays(-day));
            there = [.. there.Except(BackupRetention.Expired(there))];
        }

        Assert.Equal(new DateTimeOffset(2026, 1, 31, 2, 0, 0, TimeSpan.Zero), there.Min());
        Assert.InRange(there.Count, 14 + 6 + 9, 14 + 8 + 12);
    }

    [Fact]
    public void A_server_that_was_off_for_a_year_loses_none_of_the_back_ups_that_it_has()
    {
        var old = Enumerable.Range(0, 5).Select(day => Night.AddDays(-400 - day)).ToList();

        Assert.Empty(BackupRetention.Expired(old));
        Assert.Empty(BackupRetention.Expired([]));
    }

    [Fact]
    public void Of_many_in_one_day_the_last_is_kept()
    {
        List<DateTimeOffset> made = [Night, Night.AddHours(6), Night.AddHours(12)];

        Assert.Equal([Night.AddHours(6), Night], BackupRetention.Expired(made));
    }

    [Theory]
    [InlineData(null, "2026-12-01T01:59Z", true)]
    [InlineData("2026-11-30T02:00Z", "2026-12-01T01:59Z", false)]
    [InlineData("2026-11-30T02:00Z", "2026-12-01T02:00Z", true)]
    [InlineData("2026-12-01T02:00Z", "2026-12-01T02:03Z", false)]
    [InlineData("2026-11-30T16:00Z", "2026-12-01T02:03Z", true)]
    [InlineData("2026-12-01T00:30Z", "2026-12-01T02:03Z", true)]
    [InlineData("2026-12-01T00:30Z", "2026-12-01T01:30Z", false)]
    [InlineData("2026-11-27T02:00Z", "2026-12-01T08:00Z", true)]
    [InlineData("2026-07-01T01:00Z", "2026-07-01T23:30Z", false)]
    [InlineData("2026-07-01T00:59Z", "2026-07-01T01:00Z", true)]
    public void A_back_up_is_due_once_a_night_and_is_made_up_for(string? last, string now, bool isDue) =>
        Assert.Equal(isDue, UpkeepWorker.IsDue(last is null ? null : At(last), At(now), new TimeOnly(2, 0)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
