using System.Numerics;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Calendar;

/// <summary>
/// Which days the school works. Terms count less half-terms and bank holidays; a year without term dates counts every weekday that is no bank holiday.
/// A decision on a single day goes before all that.
/// </summary>
/// <remarks>
/// Two questions, two answers: a <em>working day</em> is one on which staff work, and due dates count those; a <em>school day</em> is one on which children
/// come
/// as well, and people are reminded on those only. An INSET day is the first and not the second.
/// </remarks>
public sealed class SchoolCalendar
{
    private readonly DaysOff off;
    private readonly IReadOnlyDictionary<DateOnly, CalendarDay> decided;
    private readonly IReadOnlyList<(int From, WorkingDays Days)> patterns;

    private SchoolCalendar(
        IReadOnlyDictionary<AcademicYear, TermDates> years,
        IReadOnlyDictionary<DateOnly, CalendarDay> decided,
        DaysOff off,
        IReadOnlyList<(int From, WorkingDays Days)> patterns
    )
    {
        Years = years;
        this.decided = decided;
        this.off = off;
        this.patterns = patterns;
    }

    /// <summary>What stands until term dates are entered: weekdays less bank holidays.</summary>
    public static SchoolCalendar WithoutTermDates { get; } = From([], []);

    /// <summary>The academic years whose terms are known.</summary>
    public IReadOnlyDictionary<AcademicYear, TermDates> Years { get; }

    /// <summary>What was decided on single days and holds, in order.</summary>
    public IEnumerable<KeyValuePair<DateOnly, CalendarDay>> Decided => decided.OrderBy(day => day.Key);

    /// <param name="termDates">All decisions that were made by then, in any order.</param>
    /// <param name="days">Likewise.</param>
    public static SchoolCalendar From(IEnumerable<TermDates> termDates, IEnumerable<CalendarDay> days)
    {
        var years = termDates.GroupBy(dates => dates.Year()).ToDictionary(group => group.Key, group => group.OrderBy(dates => dates.EvidenceNumber).Last());
        var special = new Dictionary<DateOnly, CalendarDay>();
        foreach (var decision in days.OrderBy(day => day.EvidenceNumber))
        {
            foreach (var day in Weekdays(decision.First, decision.Last))
            {
                if (decision.Kind is CalendarDayKind.Ordinary)
                {
                    special.Remove(day);
                }
                else
                {
                    special[day] = decision;
                }
            }
        }

        var holidays = years.Keys.SelectMany(year => Weekdays(year.First, year.Last)).ToHashSet();
        holidays.ExceptWith(years.Values.SelectMany(dates => dates.Terms).SelectMany(term => Weekdays(term.First, term.Last).Where(term.Contains)));
        holidays.UnionWith(BankHoliday.All.Select(holiday => holiday.Day));
        holidays.ExceptWith(special.Where(day => day.Value.StaffWork).Select(day => day.Key));
        holidays.UnionWith(special.Where(day => !day.Value.StaffWork).Select(day => day.Key));
        return new SchoolCalendar(years, special, new DaysOff(holidays.Where(IsWeekday).Select(day => day.DayNumber)), [(0, WorkingDays.MondayToFriday)]);
    }

    /// <summary>The same calendar for one person, who may work on some weekdays only.</summary>
    /// <param name="own">The person's own patterns that were recorded by then; of two from one day the later recorded holds.</param>
    public SchoolCalendar For(IEnumerable<WorkingPattern> own)
    {
        List<(int From, WorkingDays Days)> changes =
        [
            .. own.GroupBy(pattern => pattern.From)
                .OrderBy(group => group.Key)
                .Select(group => (group.Key.DayNumber, group.OrderBy(pattern => pattern.EvidenceNumber).Last().Days)),
        ];
        return changes.Count == 0 ? this : new SchoolCalendar(Years, decided, off, [(0, WorkingDays.MondayToFriday), .. changes]);
    }

    /// <summary>True where staff, or the person whose calendar this is, work.</summary>
    public bool IsWorkingDay(DateOnly day) => WorkedBefore(day.DayNumber + 1) > WorkedBefore(day.DayNumber);

    /// <summary>True where children come too: people are reminded on such days only.</summary>
    public bool IsSchoolDay(DateOnly day) => IsWorkingDay(day) && !decided.ContainsKey(day);

    /// <summary>True where the terms of the day's academic year are known.</summary>
    public bool IsCovered(DateOnly day) => Years.ContainsKey(AcademicYear.Containing(day));

    /// <summary>The working day that is <paramref name="count"/> working days after a day; the day itself is not counted.</summary>
    /// <param name="count">At least 1.</param>
    /// <returns>The last day there is, where the count reaches beyond it.</returns>
    public DateOnly Add(DateOnly from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var wanted = WorkedBefore(from.DayNumber + 1) + count;
        var (low, high) = (from.DayNumber, from.DayNumber);
        for (var step = (long)count * 2; WorkedBefore(high + 1) < wanted; step *= 2)
        {
            if (high == DateOnly.MaxValue.DayNumber)
            {
                return DateOnly.MaxValue;
            }

            (low, high) = (high, (int)Math.Min(high + step, DateOnly.MaxValue.DayNumber));
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = WorkedBefore(middle + 1) < wanted ? (middle, high) : (low, middle);
        }

        return DateOnly.FromDayNumber(high);
    }

    /// <summary>The day itself where it is a working day, else the next one.</summary>
    public DateOnly OnOrAfter(DateOnly day) => IsWorkingDay(day) ? day : Add(day, 1);

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; 0 when <paramref name="to"/> is not later.</summary>
    public int DaysBetween(DateOnly from, DateOnly to) => to > from ? WorkedBefore(to.DayNumber + 1) - WorkedBefore(from.DayNumber + 1) : 0;

    /// <summary>Working days from the beginning of time to the day before.</summary>
    private int WorkedBefore(int day)
    {
        var worked = 0;
        for (var index = 0; index < patterns.Count && patterns[index].From < day; index++)
        {
            var end = index + 1 < patterns.Count ? Math.Min(patterns[index + 1].From, day) : day;
            worked += Before(end, patterns[index].Days) - Before(patterns[index].From, patterns[index].Days);
        }

        return worked;
    }

    // Day 0 is a Monday, as the first bit of a pattern is.
    private int Before(int day, WorkingDays pattern) =>
        (day / 7 * BitOperations.PopCount((uint)pattern)) + BitOperations.PopCount((uint)pattern & ((1u << (day % 7)) - 1)) - off.Before(day, pattern);

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static IEnumerable<DateOnly> Weekdays(DateOnly first, DateOnly last) =>
        Enumerable.Range(first.DayNumber, Math.Max(0, last.DayNumber - first.DayNumber + 1)).Select(DateOnly.FromDayNumber).Where(IsWeekday);
}
