using FsCheck;
using FsCheck.Fluent;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Calendar;

/// <summary>What holds of every calendar, held against a count on the fingers.</summary>
public sealed class CalendarProperties
{
    private static readonly DateOnly First = new(2026, 6, 1);

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 500).Select(days => First.AddDays(days));

    private static readonly Gen<CalendarDay> Decisions =
        from day in Days
        from length in Gen.Choose(0, 6)
        from kind in Gen.Elements(Enum.GetValues<CalendarDayKind>())
        from staffWork in Gen.Elements(true, false)
        select TestTerms.Day(day, kind, staffWork, day.AddDays(length));

    private static readonly Gen<WorkingPattern> Patterns = from day in Days from days in Gen.Choose(1, 31) select TestTerms.Works((WorkingDays)days, day);

    private static readonly Gen<SchoolCalendar> Calendars =
        from isEntered in Gen.Elements(true, false)
        from decisions in Decisions.ListOf(8)
        from count in Gen.Choose(0, 3)
        from patterns in Patterns.ListOf(count)
        select SchoolCalendar.From(isEntered ? [TestTerms.Dates(TestSchool.Monday)] : [], decisions).For(patterns);

    [Fact]
    public void Counting_on_and_counting_between_undo_each_other() =>
        Prop.ForAll(
                Arb.From(from calendar in Calendars from day in Days from count in Gen.Choose(1, 60) select (calendar, day, count)),
                drawn =>
                {
                    var reached = drawn.calendar.Add(drawn.day, drawn.count);
                    return drawn.calendar.DaysBetween(drawn.day, reached) == drawn.count && drawn.calendar.IsWorkingDay(reached) && reached > drawn.day;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_between_two_days_is_counting_them_one_by_one() =>
        Prop.ForAll(
                Arb.From(from calendar in Calendars from one in Days from other in Days select (calendar, one, other)),
                drawn =>
                {
                    var walked = Enumerable
                        .Range(1, Math.Max(0, drawn.other.DayNumber - drawn.one.DayNumber))
                        .Count(day => drawn.calendar.IsWorkingDay(drawn.one.AddDays(day)));
                    return drawn.calendar.DaysBetween(drawn.one, drawn.other) == walked;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_school_day_is_a_working_day_and_no_weekend_is_either() =>
        Prop.ForAll(
                Arb.From(from calendar in Calendars from day in Days select (calendar, day)),
                drawn =>
                    (!drawn.calendar.IsSchoolDay(drawn.day) || drawn.calendar.IsWorkingDay(drawn.day))
                    && (drawn.day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || !drawn.calendar.IsWorkingDay(drawn.day))
            )
            .QuickCheckThrowOnFailure();
}
