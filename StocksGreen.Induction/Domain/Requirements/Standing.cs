using StocksGreen.Induction.Domain.Calendar;

namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>The one rule of standing, asked alike by the teacher's list, the office's list and the governors' report.</summary>
/// <param name="SchoolDaysLeft">School days until the due day; negative when overdue; null unless due or overdue.</param>
/// <param name="IsWaiting">True while the person waits for the school's answer to a question: then nothing is late.</param>
/// <param name="IsLongOverdue">True where it has been overdue for so long that an inspector would ask why.</param>
public sealed record Standing(StandingKind Kind, int? SchoolDaysLeft, bool IsWaiting = false, bool IsLongOverdue = false)
{
    /// <summary>Nothing of a policy is asked of someone, or of no one.</summary>
    public static Standing NotIssued { get; } = new(StandingKind.NotIssued, null);

    private static readonly Standing Signed = new(StandingKind.Signed, null);
    private static readonly Standing Exempt = new(StandingKind.Exempt, null);
    private static readonly Standing Paused = new(StandingKind.Paused, null);

    /// <summary>Up to this many school days ahead, something due is due soon.</summary>
    public const int SoonSchoolDays = 2;

    public bool IsDueSoon => Kind is StandingKind.Due && !IsWaiting && SchoolDaysLeft <= SoonSchoolDays;

    /// <param name="isSigned">Signed on or before <paramref name="asAt"/>. A signature counts whatever else is true.</param>
    /// <param name="asAt">Date in Europe/London.</param>
    /// <param name="longOverdueOn">First day on which it is long overdue; null where it never is.</param>
    public static Standing Calculate(
        bool isSigned,
        bool isExempt,
        bool isPaused,
        DateOnly dueOn,
        DateOnly asAt,
        SchoolCalendar calendar,
        bool isWaiting = false,
        DateOnly? longOverdueOn = null
    )
    {
        if (isSigned)
        {
            return Signed;
        }

        if (isExempt)
        {
            return Exempt;
        }

        if (isPaused)
        {
            return Paused;
        }

        if (isWaiting)
        {
            return new Standing(StandingKind.Due, calendar.DaysBetween(asAt, dueOn), IsWaiting: true);
        }

        if (asAt <= dueOn)
        {
            return new Standing(StandingKind.Due, calendar.DaysBetween(asAt, dueOn));
        }

        return new Standing(StandingKind.Overdue, -calendar.DaysBetween(dueOn, asAt), IsLongOverdue: asAt >= longOverdueOn);
    }
}
