using StocksGreen.Induction.Components.Text;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Calendar;

public sealed class SchoolCalendarTests
{
    private static readonly DateOnly Friday = new(2026, 10, 23);

    [Fact]
    public void Saturdays_and_Sundays_are_no_school_days() =>
        Assert.Equal([true, false, false, true], Enumerable.Range(0, 4).Select(day => SchoolCalendar.WithoutTermDates.IsSchoolDay(Friday.AddDays(day))));

    [Fact]
    public void Until_term_dates_are_entered_weekdays_count_less_bank_holidays_and_the_year_says_so()
    {
        var calendar = SchoolCalendar.WithoutTermDates;

        Assert.True(calendar.IsSchoolDay(new DateOnly(2026, 8, 12)));
        Assert.False(calendar.IsSchoolDay(new DateOnly(2026, 12, 25)));
        Assert.False(calendar.IsSchoolDay(new DateOnly(2026, 12, 28)));
        Assert.Equal("No term dates are entered for 2026/27: every weekday that is no bank holiday counts as a school day.", calendar.MissingTerms(Friday));
        Assert.Null(TestTerms.Calendar.MissingTerms(Friday));
    }

    [Fact]
    public void The_school_day_after_Friday_is_Monday_or_the_Monday_after_half_term()
    {
        Assert.Equal(new DateOnly(2026, 10, 26), SchoolCalendar.WithoutTermDates.Add(Friday, 1));
        Assert.Equal(new DateOnly(2026, 11, 2), TestTerms.Calendar.Add(Friday, 1));
        Assert.Equal(new DateOnly(2026, 11, 6), TestTerms.Calendar.Add(Friday, 5));
    }

    [Fact]
    public void Christmas_Easter_and_summer_eat_nobodys_days()
    {
        var calendar = TestTerms.Calendar;

        Assert.Equal(new DateOnly(2027, 1, 5), calendar.Add(new DateOnly(2026, 12, 17), 3));
        Assert.Equal(new DateOnly(2027, 4, 13), calendar.Add(new DateOnly(2027, 3, 24), 3));
        Assert.Equal(0, calendar.DaysBetween(new DateOnly(2027, 7, 21), new DateOnly(2027, 8, 31)));
    }

    [Fact]
    public void A_year_whose_terms_are_not_entered_counts_by_weekdays_also_when_the_one_before_is() =>
        // From the last day of the summer term 2027 to the second weekday of a September that no one has planned.
        Assert.Equal(new DateOnly(2027, 9, 2), TestTerms.Calendar.Add(new DateOnly(2027, 7, 21), 2));

    [Fact]
    public void The_ends_of_the_year_and_of_the_school_year_are_counted_like_any_other_day()
    {
        var calendar = SchoolCalendar.WithoutTermDates;

        // 29, 30 and 31 December, then Monday 4 January: Christmas, Boxing Day's substitute and New Year's Day lie between.
        Assert.Equal(new DateOnly(2027, 1, 4), calendar.Add(new DateOnly(2026, 12, 24), 4));
        Assert.Equal(4, calendar.DaysBetween(new DateOnly(2026, 12, 24), new DateOnly(2027, 1, 4)));
        Assert.Equal(new DateOnly(2028, 3, 1), calendar.Add(new DateOnly(2028, 2, 28), 2));
        Assert.Equal((false, true), (TestTerms.Calendar.IsSchoolDay(new DateOnly(2027, 8, 31)), TestTerms.Calendar.IsSchoolDay(new DateOnly(2027, 9, 1))));
    }

    [Fact]
    public void A_bank_holiday_inside_a_term_is_no_school_day()
    {
        Assert.False(TestTerms.Calendar.IsSchoolDay(new DateOnly(2027, 5, 3)));
        Assert.Equal(new DateOnly(2027, 5, 4), TestTerms.Calendar.Add(new DateOnly(2027, 4, 30), 1));
    }

    [Fact]
    public void Staff_work_on_an_INSET_day_and_nobody_is_reminded_on_it()
    {
        var inset = new DateOnly(2026, 9, 2);
        var calendar = TestTerms.With(TestTerms.Day(inset, CalendarDayKind.Inset, staffWork: true));

        Assert.Equal((true, false), (calendar.IsWorkingDay(inset), calendar.IsSchoolDay(inset)));
        Assert.Equal(1, calendar.DaysBetween(new DateOnly(2026, 8, 31), inset));
        Assert.Equal((false, false), (TestTerms.Calendar.IsWorkingDay(inset), TestTerms.Calendar.IsSchoolDay(inset)));
    }

    [Fact]
    public void An_INSET_day_on_which_nobody_works_counts_for_nothing() =>
        Assert.Equal(new DateOnly(2026, 11, 3), TestTerms.With(TestTerms.Day(new DateOnly(2026, 11, 2), CalendarDayKind.Inset)).Add(Friday, 1));

    [Fact]
    public void A_snow_day_moves_what_is_due_and_can_be_taken_back()
    {
        var (monday, tuesday) = (new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 17));
        var snow = TestTerms.Day(monday, CalendarDayKind.Closure, last: tuesday);

        Assert.Equal(new DateOnly(2026, 11, 18), TestTerms.With(snow).Add(new DateOnly(2026, 11, 13), 1));
        Assert.Equal(tuesday, TestTerms.With(snow, TestTerms.Day(tuesday, CalendarDayKind.Ordinary)).Add(new DateOnly(2026, 11, 13), 1));
        Assert.True(TestTerms.With(snow, TestTerms.Day(monday, CalendarDayKind.Closure, staffWork: true)).IsWorkingDay(monday));
    }

    [Fact]
    public void Who_works_on_Tuesdays_and_Thursdays_has_only_those_counted()
    {
        var own = TestTerms.Calendar.For([TestTerms.Works(WorkingDays.Tuesday | WorkingDays.Thursday, new DateOnly(2026, 9, 1))]);

        Assert.Equal(new DateOnly(2026, 11, 5), own.Add(new DateOnly(2026, 10, 22), 2));
        Assert.Equal(2, own.DaysBetween(new DateOnly(2026, 10, 19), new DateOnly(2026, 10, 23)));
        Assert.Equal((true, false), (own.IsWorkingDay(new DateOnly(2026, 10, 22)), own.IsWorkingDay(Friday)));
    }

    [Fact]
    public void A_change_of_working_days_holds_from_its_first_day_and_leaves_earlier_ones_as_they_were()
    {
        var own = TestTerms.Calendar.For([
            TestTerms.Works(WorkingDays.Friday, new DateOnly(2026, 11, 9)),
            TestTerms.Works(WorkingDays.MondayToFriday, new DateOnly(2026, 11, 30)),
        ]);

        Assert.Equal(5, own.DaysBetween(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 8)));
        Assert.Equal(1, own.DaysBetween(new DateOnly(2026, 11, 8), new DateOnly(2026, 11, 15)));
        Assert.Equal(new DateOnly(2026, 11, 27), own.Add(new DateOnly(2026, 11, 6), 3));
        Assert.Equal(new DateOnly(2026, 11, 30), own.Add(new DateOnly(2026, 11, 6), 4));
    }

    [Fact]
    public void A_weekend_counts_for_nothing_between_two_days()
    {
        Assert.Equal(0, SchoolCalendar.WithoutTermDates.DaysBetween(Friday, Friday.AddDays(2)));
        Assert.Equal(1, SchoolCalendar.WithoutTermDates.DaysBetween(Friday, Friday.AddDays(3)));
        Assert.Equal(0, TestTerms.Calendar.DaysBetween(Friday, new DateOnly(2026, 11, 1)));
        Assert.Equal(1, TestTerms.Calendar.DaysBetween(Friday, new DateOnly(2026, 11, 2)));
    }

    [Fact]
    public void Nothing_lies_between_a_day_and_an_earlier_one() => Assert.Equal(0, SchoolCalendar.WithoutTermDates.DaysBetween(Friday, Friday.AddDays(-9)));

    [Fact]
    public void The_ends_of_time_are_no_fault()
    {
        Assert.Equal(DateOnly.MaxValue, TestTerms.Calendar.Add(DateOnly.MaxValue.AddDays(-1), 40));
        Assert.Equal(new DateOnly(1, 1, 2), TestTerms.Calendar.Add(DateOnly.MinValue, 1));
        Assert.True(TestTerms.Calendar.DaysBetween(DateOnly.MinValue, DateOnly.MaxValue) > 2_000_000);
    }

    [Fact]
    public void Counting_on_by_no_day_is_a_slip() => Assert.Throws<ArgumentOutOfRangeException>(() => SchoolCalendar.WithoutTermDates.Add(Friday, 0));

    [Fact]
    public void Working_days_and_years_are_named_as_a_school_names_them()
    {
        Assert.Equal(
            ["Monday to Friday", "Tuesday and Thursday", "Monday, Tuesday and Friday", "Wednesday"],
            new[]
            {
                WorkingDays.MondayToFriday,
                WorkingDays.Tuesday | WorkingDays.Thursday,
                WorkingDays.Monday | WorkingDays.Tuesday | WorkingDays.Friday,
                WorkingDays.Wednesday,
            }.Select(days => days.Words())
        );
        Assert.Equal(
            ["2025/26", "2026/27", "1999/00"],
            new[] { AcademicYear.Containing(new DateOnly(2026, 8, 31)), AcademicYear.Containing(new DateOnly(2026, 9, 1)), new AcademicYear(1999) }.Select(
                year => year.ToString()
            )
        );
    }
}
