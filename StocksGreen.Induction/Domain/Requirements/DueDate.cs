using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>When a person must have signed a version.</summary>
public static class DueDate
{
    /// <summary>School days that a new starter has from the first day in post: policies are part of induction.</summary>
    public const int NewStarterSchoolDays = 5;

    /// <summary>School days that those already in post have from the day they are asked.</summary>
    public const int ReissueSchoolDays = 10;

    /// <summary>School day, counted from the same day, from which a missing signature is long overdue: an inspector would ask why.</summary>
    public const int LongOverdueSchoolDay = 20;

    /// <summary>School days that someone has at least once a question of theirs is answered.</summary>
    public const int AfterAnswerSchoolDays = 2;

    /// <returns>The last day on which signing is in time; it moves by the days of a long absence that has ended.</returns>
    /// <param name="askedOn">Day from which people like this one are asked: the publication, or a later decision on audiences.</param>
    /// <param name="absences">The person's own long absences.</param>
    /// <param name="newStarterSchoolDays">What a new starter's induction pack says, where there is one; else what the school's rules say.</param>
    /// <param name="reissueSchoolDays">What the school's rules say.</param>
    public static DateOnly For(
        StaffMember person,
        DateOnly askedOn,
        IEnumerable<Absence> absences,
        SchoolCalendar calendar,
        int newStarterSchoolDays = NewStarterSchoolDays,
        int reissueSchoolDays = ReissueSchoolDays
    )
    {
        var due = IsNewStarter(person, askedOn) ? calendar.Add(person.StartsOn.AddDays(-1), newStarterSchoolDays) : calendar.Add(askedOn, reissueSchoolDays);
        foreach (var absence in absences.OrderBy(absence => absence.From))
        {
            if (absence.Until is { } last && absence.From <= due && last >= askedOn)
            {
                var back = calendar.Add(last, newStarterSchoolDays);
                due = back > due ? back : due;
            }
        }

        return due;
    }

    /// <summary>True for someone whose first day is the day of being asked, or later.</summary>
    public static bool IsNewStarter(StaffMember person, DateOnly askedOn) => person.StartsOn >= askedOn;
}
