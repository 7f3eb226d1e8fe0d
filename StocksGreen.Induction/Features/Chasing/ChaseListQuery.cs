using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Chasing;

/// <summary>Loads who has not signed.</summary>
public sealed class ChaseListQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>What "this week" means on the list: a working week ahead.</summary>
    private const int WeekInSchoolDays = 5;

    /// <returns>Null when the actor may not see it.</returns>
    public async Task<ChaseList?> ExecuteAsync(Actor actor, ChaseFilter filter, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var facts = await db.ReadSchoolFactsAsync(cancellationToken);
        var chased = (await db.Chases.AsNoTracking().ToListAsync(cancellationToken))
            .GroupBy(chase => (chase.StaffId, chase.VersionId))
            .ToDictionary(group => group.Key, group => group.MaxBy(chase => chase.At));
        var open = facts.RequirementsAt(today)
            .Where(requirement => !requirement.HasLeft && requirement.Standing.Kind is not StandingKind.Signed)
            .Select(requirement => new ChaseRow(
                requirement.Person.Id,
                requirement.Version.Id,
                requirement.Policy.Id,
                requirement.Person.FullName,
                requirement.Person.JobTitle,
                requirement.Policy.Title,
                requirement.DueOn,
                requirement.Standing,
                requirement.Version.ReviewOn(today).IsOverdue,
                chased.GetValueOrDefault((requirement.Person.Id, requirement.Version.Id)),
                requirement.Assignment.OfChanges()))
            .ToList();

        return new ChaseList(
            [.. open.Where(row => Keeps(filter, row)).OrderBy(Urgency).ThenBy(row => row.DueOn).ThenBy(row => row.FullName, StringComparer.CurrentCultureIgnoreCase)],
            People(open.Where(row => row.Standing.Kind is StandingKind.Overdue)),
            People(open.Where(row => row.Standing is { Kind: StandingKind.Due, SchoolDaysLeft: <= WeekInSchoolDays })),
            [.. facts.InForceOn(today).Select(inForce => (inForce.Policy.Id, inForce.Policy.Title)).OrderBy(policy => policy.Title, StringComparer.CurrentCulture)],
            [.. open.Select(row => row.JobTitle).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCultureIgnoreCase)]);
    }

    /// <summary>Somebody who is late with three policies is one person.</summary>
    private static int People(IEnumerable<ChaseRow> rows) => rows.Select(row => row.StaffId).Distinct().Count();

    private static bool Keeps(ChaseFilter filter, ChaseRow row) =>
        (filter.Policy is not { } policy || row.PolicyId == policy)
        && (string.IsNullOrEmpty(filter.JobTitle) || string.Equals(row.JobTitle, filter.JobTitle, StringComparison.Ordinal))
        && (filter.Standing is not { } standing || row.Standing.Kind == standing)
        && SearchText.Matches($"{row.FullName} {row.JobTitle} {row.PolicyTitle}", filter.Search);

    /// <summary>Those who can be chased come before those from whom nothing is asked; inside, the earliest due date is the most overdue.</summary>
    private static int Urgency(ChaseRow row) => row.Standing.Kind switch
    {
        StandingKind.Overdue => 0,
        StandingKind.Due => 1,
        StandingKind.Paused => 2,
        StandingKind.Exempt => 3,
        StandingKind.Signed => 4,
    };
}
