using StocksGreen.Induction.Domain.Dates;

namespace StocksGreen.Induction.Tests.Domain.Dates;

public sealed class SchoolCalendarTests
{
    private static readonly DateOnly Friday = new(2026, 10, 23);

    // The autumn half-term of 2026.
    private static readonly SchoolCalendar HalfTerm = new(Enumerable.Range(0, 5).Select(day => new DateOnly(2026, 10, 26).AddDays(day)).ToHashSet());

    [Fact]
    public void Saturdays_and_Sundays_are_no_school_days() => Assert.Equal(
        [true, false, false, true],
        Enumerable.Range(0, 4).Select(day => SchoolCalendar.WeekdaysOnly.IsSchoolDay(Friday.AddDays(day))));

    [Fact]
    public void The_school_day_after_Friday_is_Monday_or_the_Monday_after_half_term()
    {
        Assert.Equal(new DateOnly(2026, 10, 26), SchoolCalendar.WeekdaysOnly.Add(Friday, 1));
        Assert.Equal(new DateOnly(2026, 11, 2), HalfTerm.Add(Friday, 1));
        Assert.Equal(new DateOnly(2026, 11, 6), HalfTerm.Add(Friday, 5));
    }

    [Fact]
    public void A_weekend_counts_for_nothing_between_two_days()
    {
        Assert.Equal(0, SchoolCalendar.WeekdaysOnly.DaysBetween(Friday, Friday.AddDays(2)));
        Assert.Equal(1, SchoolCalendar.WeekdaysOnly.DaysBetween(Friday, Friday.AddDays(3)));
        Assert.Equal(0, HalfTerm.DaysBetween(Friday, new DateOnly(2026, 11, 1)));
        Assert.Equal(1, HalfTerm.DaysBetween(Friday, new DateOnly(2026, 11, 2)));
    }

    [Fact]
    public void Nothing_lies_between_a_day_and_an_earlier_one() => Assert.Equal(0, SchoolCalendar.WeekdaysOnly.DaysBetween(Friday, Friday.AddDays(-9)));

    [Fact]
    public void Counting_on_and_counting_between_agree()
    {
        foreach (var count in Enumerable.Range(1, 30))
        {
            Assert.Equal(count, HalfTerm.DaysBetween(Friday, HalfTerm.Add(Friday, count)));
        }
    }

    [Fact]
    public void Counting_on_by_no_day_is_a_slip() => Assert.Throws<ArgumentOutOfRangeException>(() => SchoolCalendar.WeekdaysOnly.Add(Friday, 0));
}
