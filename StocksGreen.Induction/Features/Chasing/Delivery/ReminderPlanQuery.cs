using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Chasing.Delivery;

/// <summary>Loads the facts of reminders and makes the plan of a day.</summary>
public sealed class ReminderPlanQuery(IDbContextFactory<InductionDb> factory)
{
    // No policy is asked for longer than this without a new version.
    private const int HistoryDays = 400;

    public async Task<ReminderPlan> OnAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return ReminderPlan.On(day, await db.ReadSchoolFactsAsync(cancellationToken), await HistoryAsync(db, day, cancellationToken));
    }

    /// <summary>The part of the plan that no mail can do: those whom none reaches, and the teams of line leads whom none reaches.</summary>
    public async Task<ReminderPlan> UnreachedOnAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var history = await HistoryAsync(db, day, cancellationToken);
        var people = await db.People.AsNoTracking().ToListAsync(cancellationToken);
        var unreached = people.Where(person => !history.Reaches(person)).Select(person => person.Id).ToHashSet();
        var needed = people
            .Where(person => unreached.Contains(person.Id) || (person.LineLead is { } lead && unreached.Contains(lead)))
            .Select(person => person.Id)
            .ToList();
        return ReminderPlan.On(day, await db.ReadSchoolFactsAsync(needed, policy: null, cancellationToken), history);
    }

    internal static async Task<ReminderHistory> HistoryAsync(InductionDb db, DateOnly day, CancellationToken cancellationToken)
    {
        var since = LondonTime.EndOf(day).AddDays(-HistoryDays);
        var chases = await db.ChasesThatCount().AsNoTracking().Where(chase => chase.At > since).ToListAsync(cancellationToken);
        var team = await db.Notices.AsNoTracking().Where(notice => notice.Kind == NoticeKind.TeamDigest && notice.At > since).ToListAsync(cancellationToken);
        return new ReminderHistory(
            chases,
            team.SelectMany(notice => notice.Of.Select(person => (Key: (notice.StaffId, person), Day: LondonTime.DateIn(notice.At))))
                .GroupBy(told => told.Key)
                .ToDictionary(group => group.Key, group => group.Max(told => told.Day)),
            await db.DeadAddressesAsync(cancellationToken)
        );
    }
}
