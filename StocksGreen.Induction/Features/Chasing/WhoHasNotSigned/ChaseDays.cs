using System.Linq.Expressions;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Calendar;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>The days at which standings and ages part, by the school's calendar: the database compares due days with them.</summary>
/// <param name="WeekEnds">First day that is more than five school days ahead.</param>
/// <param name="FiveAgo">What was due on this day or later is at most five school days late.</param>
/// <param name="TwentyAgo">Likewise twenty.</param>
internal sealed record ChaseDays(DateOnly Today, DateOnly WeekEnds, DateOnly FiveAgo, DateOnly TwentyAgo)
{
    /// <summary>What "this week" means on the list: a working week ahead.</summary>
    private const int WeekInSchoolDays = 5;

    internal static ChaseDays Create(DateOnly today, SchoolCalendar calendar) =>
        new(today, calendar.Add(today, WeekInSchoolDays + 1), Ago(today, 5, calendar), Ago(today, 20, calendar));

    /// <summary>Which lines have a standing, as the database can ask it.</summary>
    internal Expression<Func<RequirementLine, bool>> Have(ChaseStanding standing) =>
        standing switch
        {
            ChaseStanding.Overdue => line => line.State == LineState.Open && line.DueOn < Today,
            ChaseStanding.DueThisWeek => line => line.State == LineState.Open && line.DueOn >= Today && line.DueOn < WeekEnds,
            ChaseStanding.Due => line => line.State == LineState.Open && line.DueOn >= Today,
            ChaseStanding.Waiting => line => line.State == LineState.Waiting,
            ChaseStanding.Paused => line => line.State == LineState.Paused,
            ChaseStanding.Exempt => line => line.State == LineState.Exempt,
        };

    /// <summary>Likewise which lines are overdue so long.</summary>
    internal Expression<Func<RequirementLine, bool>> Are(OverdueAge age) =>
        age switch
        {
            OverdueAge.UpToFive => line => line.State == LineState.Open && line.DueOn < Today && line.DueOn >= FiveAgo,
            OverdueAge.UpToTwenty => line => line.State == LineState.Open && line.DueOn < FiveAgo && line.DueOn >= TwentyAgo,
            OverdueAge.OverTwenty => line => line.State == LineState.Open && line.DueOn < TwentyAgo,
        };

    private static DateOnly Ago(DateOnly today, int schoolDays, SchoolCalendar calendar)
    {
        var day = today;
        while (calendar.DaysBetween(day.AddDays(-1), today) <= schoolDays)
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
