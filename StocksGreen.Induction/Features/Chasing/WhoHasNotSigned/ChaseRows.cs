using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>Makes rows of a few lines: names, due days in words, last reminders.</summary>
internal sealed class ChaseRows(InductionDb db, DateOnly today, SchoolCalendar calendar, IReadOnlyList<ListedPolicy> policies)
{
    private readonly Dictionary<PolicyId, ListedPolicy> titles = policies.ToDictionary(policy => policy.Id);

    internal async Task<IReadOnlyList<ChaseRow>> OfAsync(IReadOnlyList<RequirementLine> lines, CancellationToken cancellationToken)
    {
        var ids = lines.Select(line => line.StaffId).Distinct().ToList();
        var people = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
        var end = LondonTime.EndOf(today);
        var patterns = (
            await db.WorkingPatterns.AsNoTracking().Where(pattern => ids.Contains(pattern.StaffId) && pattern.At < end).ToListAsync(cancellationToken)
        ).ToLookup(pattern => pattern.StaffId);
        var reminders = await RemindersAsync(ids, cancellationToken);
        return
        [
            .. lines.Select(line =>
            {
                var (person, policy) = (people[line.StaffId], titles[line.PolicyId]);
                return new ChaseRow(
                    line.StaffId,
                    line.VersionId,
                    line.PolicyId,
                    person.FullName,
                    person.JobTitle,
                    policy.Title,
                    line.DueOn,
                    StandingOf(line, calendar.For(patterns[line.StaffId])),
                    policy.IsReviewOverdue,
                    reminders.GetValueOrDefault((line.StaffId, line.VersionId)),
                    line.Asked,
                    !string.IsNullOrEmpty(person.Email)
                );
            }),
        ];
    }

    /// <summary>The one rule again, of what the line says: how many school days are left or past is never kept.</summary>
    private Standing StandingOf(RequirementLine line, SchoolCalendar own) =>
        Standing.Calculate(
            line.State is LineState.Signed,
            line.State is LineState.Exempt,
            line.State is LineState.Paused,
            line.DueOn,
            today,
            own,
            line.State is LineState.Waiting,
            line.LongOverdueOn
        );

    /// <summary>The latest of each person and version, no matter who or what gave it.</summary>
    private async Task<Dictionary<(StaffId, VersionId), Reminded>> RemindersAsync(List<StaffId> people, CancellationToken cancellationToken)
    {
        var chases = await db.ChasesThatCount().AsNoTracking().Where(chase => people.Contains(chase.StaffId)).ToListAsync(cancellationToken);
        var notices = await db.Notices.AsNoTracking().Where(notice => people.Contains(notice.StaffId)).ToListAsync(cancellationToken);
        return chases
            .Select(chase => ((chase.StaffId, chase.VersionId), Given: new Reminded(chase.At, chase.Channel)))
            .Concat(
                notices.SelectMany(notice => notice.About.Select(version => ((notice.StaffId, version), Given: new Reminded(notice.At, ChaseChannel.Email))))
            )
            .GroupBy(reminder => reminder.Item1, reminder => reminder.Given)
            .ToDictionary(group => group.Key, group => group.MaxBy(given => given.At)!);
    }
}
