using System.Globalization;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Tests.Domain.Time;

/// <summary>The last Sundays of March and October, on which London's day has 23 and 25 hours.</summary>
public sealed class ClockChangeTests
{
    [Theory]
    [InlineData("2026-10-24T22:59:59Z", "2026-10-24")]
    [InlineData("2026-10-24T23:00:00Z", "2026-10-25")]
    [InlineData("2026-10-25T23:59:59Z", "2026-10-25")]
    [InlineData("2026-10-26T00:00:00Z", "2026-10-26")]
    [InlineData("2027-03-27T23:59:59Z", "2027-03-27")]
    [InlineData("2027-03-28T22:59:59Z", "2027-03-28")]
    [InlineData("2027-03-28T23:00:00Z", "2027-03-29")]
    public void A_day_ends_when_London_says_so(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), LondonTime.DateIn(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-10-25", 25)]
    [InlineData("2027-03-28", 23)]
    [InlineData("2026-09-14", 24)]
    public void The_days_on_which_clocks_change_have_the_hours_they_have(string day, int hours)
    {
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        Assert.Equal(TimeSpan.FromHours(hours), LondonTime.EndOf(date) - LondonTime.EndOf(date.AddDays(-1)));
    }

    [Theory]
    [InlineData("2026-10-19", "2026-11-02")]
    [InlineData("2026-10-23", "2026-11-06")]
    [InlineData("2026-03-18", "2026-04-01")]
    [InlineData("2026-03-19", "2026-04-02")]
    public void A_term_over_the_change_has_as_many_school_days_as_any_other(string asked, string due)
    {
        var person = new StaffMember(StaffId.New(), "Amelia Hart", null, "Teacher", Audience.Employee, new DateOnly(2020, 9, 1));

        // Ten school days from the day of asking.
        Assert.Equal(
            DateOnly.Parse(due, CultureInfo.InvariantCulture),
            DueDate.For(person, DateOnly.Parse(asked, CultureInfo.InvariantCulture), [], SchoolCalendar.WithoutTermDates)
        );
    }

    [Fact]
    public void A_session_is_old_after_an_hour_that_passed_and_not_after_an_hour_that_clocks_skipped()
    {
        // 00:30 GMT; half an hour later London's clocks say 02:00 BST.
        var proof = new IdentityProof("password", new DateTimeOffset(2027, 3, 28, 0, 30, 0, TimeSpan.Zero));

        Assert.False(proof.IsOld(new DateTimeOffset(2027, 3, 28, 1, 0, 0, TimeSpan.Zero)));
        Assert.False(proof.IsOld(new DateTimeOffset(2027, 3, 28, 1, 30, 0, TimeSpan.Zero)));
        Assert.True(proof.IsOld(new DateTimeOffset(2027, 3, 28, 1, 30, 0, 1, TimeSpan.Zero)));
    }
}
