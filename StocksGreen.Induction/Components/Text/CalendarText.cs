using System.Globalization;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Components.Text;

/// <summary>How the school's calendar is spoken of.</summary>
public static class CalendarText
{
    private static readonly (WorkingDays Day, string Name)[] Weekdays =
    [
        (WorkingDays.Monday, "Monday"),
        (WorkingDays.Tuesday, "Tuesday"),
        (WorkingDays.Wednesday, "Wednesday"),
        (WorkingDays.Thursday, "Thursday"),
        (WorkingDays.Friday, "Friday"),
    ];

    /// <summary>By which rule the days of an academic year count, where its terms are not known; null where they are.</summary>
    /// <param name="day">Any day of the year.</param>
    public static string? MissingTerms(this SchoolCalendar calendar, DateOnly day) =>
        calendar.IsCovered(day)
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"No term dates are entered for {AcademicYear.Containing(day)}: every weekday that is no bank holiday counts as a school day."
            );

    /// <summary>"Monday to Friday", "Tuesday and Thursday".</summary>
    public static string Words(this WorkingDays days)
    {
        if (days is WorkingDays.MondayToFriday)
        {
            return "Monday to Friday";
        }

        var names = Weekdays.Where(day => days.HasFlag(day.Day)).Select(day => day.Name).ToList();
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    public static string Words(this CalendarDayKind kind) =>
        kind switch
        {
            CalendarDayKind.Inset => "INSET day",
            CalendarDayKind.Closure => "Closed",
            CalendarDayKind.Ordinary => "Ordinary day",
        };
}
