using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Calendar;

namespace StocksGreen.Induction.Demo;

/// <summary>Term dates as an English primary school has them, for any year.</summary>
internal static class DemoTerms
{
    /// <summary>The calendar that entering some years gives.</summary>
    internal static SchoolCalendar Calendar(IReadOnlyList<AcademicYear> years) =>
        SchoolCalendar.From(
            years.Select(year => new TermDates(
                Guid.Empty,
                default,
                year.StartsIn,
                [
                    .. Of(year)
                        .Select(
                            (term, index) => new Term(Domain.Calendar.Term.Names[index], term.First!.Day, term.Last!.Day, term.HalfTermFirst, term.HalfTermLast)
                        ),
                ],
                default,
                ""
            )),
            years
                .Select(Inset)
                .Select(day => new CalendarDay(Guid.Empty, default, day.First!.Day, day.Last!.Day, day.Kind!.Value, day.StaffWork == true, "", default, ""))
        );

    /// <summary>Children's terms; half-terms are whole weeks, and Easter lies between spring and summer.</summary>
    internal static IReadOnlyList<TermForm> Of(AcademicYear year)
    {
        var easter = BankHoliday.In(year.StartsIn + 1).Single(holiday => holiday.Name == "Easter Monday").Day.AddDays(-1);
        // A late Easter falls into the holidays' end, an early one into their beginning.
        var (springLast, summerFirst) =
            easter < new DateOnly(easter.Year, 4, 13)
                ? (easter.AddDays(-3), easter.AddDays(15))
                : (OnOrBefore(new DateOnly(easter.Year, 4, 5), DayOfWeek.Friday), easter.AddDays(2));
        var autumnHalf = OnOrBefore(new DateOnly(year.StartsIn, 10, 31), DayOfWeek.Monday);
        autumnHalf = autumnHalf.Day > 28 ? autumnHalf.AddDays(-7) : autumnHalf;
        var springHalf = OnOrBefore(new DateOnly(easter.Year, 2, 20), DayOfWeek.Monday);
        var summerHalf = OnOrBefore(new DateOnly(easter.Year, 5, 31), DayOfWeek.Monday);
        return
        [
            Term(SchoolCalendar.WithoutTermDates.Add(Inset(year).Last!.Day, 1), autumnHalf, OnOrBefore(new DateOnly(year.StartsIn, 12, 20), DayOfWeek.Friday)),
            Term(OnOrBefore(new DateOnly(easter.Year, 1, 10), DayOfWeek.Monday), springHalf, springLast),
            Term(summerFirst, summerHalf, OnOrBefore(new DateOnly(easter.Year, 7, 23), DayOfWeek.Wednesday)),
        ];
    }

    /// <summary>The two days before the children come back in September.</summary>
    internal static DayForm Inset(AcademicYear year)
    {
        var first = SchoolCalendar.WithoutTermDates.OnOrAfter(year.First);
        return new DayForm
        {
            Name = "INSET",
            Kind = CalendarDayKind.Inset,
            StaffWork = true,
            First = first,
            Last = SchoolCalendar.WithoutTermDates.Add(first, 1),
        };
    }

    private static TermForm Term(DateOnly first, DateOnly half, DateOnly last) =>
        new()
        {
            First = first,
            HalfTermFirst = half,
            HalfTermLast = half.AddDays(4),
            Last = last,
        };

    private static DateOnly OnOrBefore(DateOnly day, DayOfWeek weekday) => day.AddDays(-(((int)day.DayOfWeek - (int)weekday + 7) % 7));
}
