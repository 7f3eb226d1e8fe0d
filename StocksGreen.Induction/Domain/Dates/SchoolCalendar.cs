namespace StocksGreen.Induction.Domain.Dates;

/// <summary>Which days the school works: Monday to Friday less its closures.</summary>
/// <param name="Closures">Weekdays on which the school is shut (holidays, bank holidays, INSET where nobody works).</param>
public sealed record SchoolCalendar(IReadOnlySet<DateOnly> Closures)
{
    /// <summary>Every weekday is a school day; what stands until term dates are entered.</summary>
    public static SchoolCalendar WeekdaysOnly { get; } = new(new HashSet<DateOnly>());

    public bool IsSchoolDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Closures.Contains(day);

    /// <summary>The school day that is <paramref name="count"/> school days after a day; the day itself is not counted.</summary>
    /// <param name="count">At least 1.</param>
    public DateOnly Add(DateOnly from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var day = from;
        for (var left = count; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsSchoolDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>School days after <paramref name="from"/> up to and including <paramref name="to"/>; 0 when <paramref name="to"/> is not later.</summary>
    public int DaysBetween(DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            days += IsSchoolDay(day) ? 1 : 0;
        }

        return days;
    }
}
