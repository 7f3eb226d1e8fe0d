using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Calendar;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>The school year 2026/27 as an English primary school has it.</summary>
internal static class TestTerms
{
    internal static readonly IReadOnlyList<Term> Terms =
    [
        new("Autumn term", new DateOnly(2026, 9, 3), new DateOnly(2026, 12, 18), new DateOnly(2026, 10, 26), new DateOnly(2026, 10, 30)),
        new("Spring term", new DateOnly(2027, 1, 4), new DateOnly(2027, 3, 25), new DateOnly(2027, 2, 15), new DateOnly(2027, 2, 19)),
        new("Summer term", new DateOnly(2027, 4, 12), new DateOnly(2027, 7, 21), new DateOnly(2027, 5, 31), new DateOnly(2027, 6, 4)),
    ];

    internal static SchoolCalendar Calendar => With();

    internal static SchoolCalendar With(params IReadOnlyList<CalendarDay> days) => SchoolCalendar.From([Dates(TestSchool.Monday)], days);

    internal static TermDates Dates(DateTimeOffset at) => new(Guid.NewGuid(), at, 2026, Terms, StaffId.New(), "Ruth Pemberton");

    /// <summary>The same as the office writes them.</summary>
    internal static List<TermForm> Forms() =>
        [
            .. Terms.Select(term => new TermForm
            {
                First = term.First,
                HalfTermFirst = term.HalfTermFirst,
                HalfTermLast = term.HalfTermLast,
                Last = term.Last,
            }),
        ];

    internal static CalendarDay Day(DateOnly first, CalendarDayKind kind, bool staffWork = false, DateOnly? last = null, DateTimeOffset? at = null) =>
        new(Guid.NewGuid(), at ?? TestSchool.Monday, first, last ?? first, kind, staffWork, kind.ToString(), StaffId.New(), "Ruth Pemberton");

    internal static WorkingPattern Works(WorkingDays days, DateOnly from, StaffId? person = null, DateTimeOffset? at = null) =>
        new(Guid.NewGuid(), at ?? TestSchool.Monday, person ?? StaffId.New(), from, days, StaffId.New(), "Ruth Pemberton");
}
