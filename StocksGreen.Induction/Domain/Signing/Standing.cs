using StocksGreen.Induction.Domain.Dates;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>The one rule of standing, asked alike by the teacher's list, the office's list and the governors' report.</summary>
/// <param name="SchoolDaysLeft">School days until the due day; negative when overdue; null unless due or overdue.</param>
/// <param name="IsWaiting">True while the person waits for the school's answer to a question: then nothing is late.</param>
public sealed record Standing(StandingKind Kind, int? SchoolDaysLeft, bool IsWaiting = false)
{
    /// <summary>Up to this many school days ahead, something due is due soon.</summary>
    public const int SoonSchoolDays = 2;

    public bool IsDueSoon => Kind is StandingKind.Due && !IsWaiting && SchoolDaysLeft <= SoonSchoolDays;

    /// <param name="isSigned">Signed on or before <paramref name="asAt"/>. A signature counts whatever else is true.</param>
    /// <param name="asAt">Date in Europe/London.</param>
    public static Standing Of(bool isSigned, bool isExempt, bool isPaused, DateOnly dueOn, DateOnly asAt, SchoolCalendar calendar, bool isWaiting = false)
    {
        if (isSigned)
        {
            return new Standing(StandingKind.Signed, null);
        }

        if (isExempt)
        {
            return new Standing(StandingKind.Exempt, null);
        }

        if (isPaused)
        {
            return new Standing(StandingKind.Paused, null);
        }

        if (isWaiting)
        {
            return new Standing(StandingKind.Due, calendar.DaysBetween(asAt, dueOn), IsWaiting: true);
        }

        return asAt > dueOn
            ? new Standing(StandingKind.Overdue, -calendar.DaysBetween(dueOn, asAt))
            : new Standing(StandingKind.Due, calendar.DaysBetween(asAt, dueOn));
    }
}
