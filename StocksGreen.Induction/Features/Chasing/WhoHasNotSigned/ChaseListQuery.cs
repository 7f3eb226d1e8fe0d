using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>Loads who has not signed, one page at a time; the database searches, sorts and counts.</summary>
public sealed class ChaseListQuery(IDbContextFactory<InductionDb> factory, EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>Null when the actor may not see it.</returns>
    public async Task<ChaseList?> ExecuteAsync(Actor actor, ChaseFilter filter, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor))
        {
            return null;
        }

        await evidence.BringRequirementsUpToDateAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var (days, calendar, policies) = await BasisAsync(db, cancellationToken);
        var words = await ChaseSearch.WordsAsync(db, filter.Search, policies, cancellationToken);
        var counted = await CountAsync(db, filter, words, cancellationToken);
        var total = counted
            .Where(count => days.Has(filter.Standing, count.State, count.Day) && days.Is(filter.Age, count.State, count.Day))
            .Sum(count => count.Lines);
        filter = filter with { Page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + ChaseList.PageSize - 1) / ChaseList.PageSize)) };
        var lines = await ChaseSearch
            .Sorted(ChaseSearch.Lines(db, filter, days, words), filter)
            .Skip((filter.Page - 1) * ChaseList.PageSize)
            .Take(ChaseList.PageSize)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return new ChaseList(
            await new ChaseRows(db, days.Today, calendar, policies).OfAsync(lines, cancellationToken),
            filter,
            total,
            Enum.GetValues<ChaseStanding>()
                .ToDictionary(standing => standing, standing => counted.Where(count => days.Has(standing, count.State, count.Day)).Sum(count => count.Lines)),
            await db.RequirementPeople.CountAsync(person => person.EarliestDue < days.Today, cancellationToken),
            await db
                .RequirementLines.Where(line => line.State <= LineState.Exempt)
                .Where(days.Have(ChaseStanding.DueThisWeek))
                .Select(line => line.StaffId)
                .Distinct()
                .CountAsync(cancellationToken),
            policies,
            [
                .. (
                    await db
                        .RequirementLines.Where(line => line.State <= LineState.Exempt)
                        .Select(line => line.JobTitle)
                        .Distinct()
                        .ToListAsync(cancellationToken)
                ).Order(StringComparer.CurrentCultureIgnoreCase),
            ],
            await LeadsAsync(db, cancellationToken)
        );
    }

    /// <summary>Everything that a filter leaves and that can be chosen: due or overdue.</summary>
    /// <returns>Nothing when the actor may not see it.</returns>
    public async Task<IReadOnlyList<ChaseKey>> KeysAsync(Actor actor, ChaseFilter filter, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor))
        {
            return [];
        }

        await evidence.BringRequirementsUpToDateAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var (days, _, policies) = await BasisAsync(db, cancellationToken);
        var words = await ChaseSearch.WordsAsync(db, filter.Search, policies, cancellationToken);
        return await ChaseSearch
            .Lines(db, filter, days, words)
            .Where(line => line.State <= LineState.Waiting)
            .Select(line => new ChaseKey(line.StaffId, line.PolicyId, line.VersionId))
            .ToListAsync(cancellationToken);
    }

    /// <summary>All rows that a filter leaves, in its order, read as they are asked for.</summary>
    /// <returns>Null when the actor may not see it.</returns>
    public async Task<IReadOnlyList<ChaseRow>?> AllAsync(Actor actor, ChaseFilter filter, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor))
        {
            return null;
        }

        await evidence.BringRequirementsUpToDateAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var (days, calendar, policies) = await BasisAsync(db, cancellationToken);
        var words = await ChaseSearch.WordsAsync(db, filter.Search, policies, cancellationToken);
        var lines = await ChaseSearch.Sorted(ChaseSearch.Lines(db, filter, days, words), filter).AsNoTracking().ToListAsync(cancellationToken);
        var rows = new ChaseRows(db, days.Today, calendar, policies);
        var all = new List<ChaseRow>(lines.Count);
        foreach (var some in lines.Chunk(500))
        {
            all.AddRange(await rows.OfAsync(some, cancellationToken));
        }

        return all;
    }

    private async Task<(ChaseDays Days, SchoolCalendar Calendar, IReadOnlyList<ListedPolicy> Policies)> BasisAsync(
        InductionDb db,
        CancellationToken cancellationToken
    )
    {
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var calendar = await db.ReadCalendarAsync(today, cancellationToken);
        var inForce = (await db.ReadVersionsAsync(cancellationToken))
            .Where(version => version.PublishedOn <= today)
            .GroupBy(version => version.PolicyId)
            .Select(versions => versions.MaxBy(version => version.Number)!);
        return (
            ChaseDays.Create(today, calendar),
            calendar,
            [
                .. inForce
                    .Select(version => new ListedPolicy(
                        version.PolicyId,
                        version.Text.Title,
                        SearchText.Fold(version.Text.Title),
                        version.ReviewOn(today).IsOverdue
                    ))
                    .OrderBy(policy => policy.Title, StringComparer.CurrentCulture),
            ]
        );
    }

    /// <summary>How many lines there are of each state and day, whatever standing and age are asked for.</summary>
    private static async Task<IReadOnlyList<Counted>> CountAsync(
        InductionDb db,
        ChaseFilter filter,
        IReadOnlyList<(List<StaffId> People, List<PolicyId> Policies)> words,
        CancellationToken cancellationToken
    )
    {
        if (!filter.IsOfPoliciesOnly)
        {
            return await ChaseSearch
                .LinesOfAnyStanding(db, filter, words)
                .GroupBy(line => new { line.State, line.DueOn })
                .Select(group => new Counted(group.Key.State, group.Key.DueOn, group.Count()))
                .ToListAsync(cancellationToken);
        }

        var counts = db.RequirementCounts.Where(count => count.State <= LineState.Exempt);
        counts = filter.Policy is { } policy ? counts.Where(count => count.PolicyId == policy) : counts;
        counts = filter.Audience is { } audience ? counts.Where(count => count.Audience == audience) : counts;
        return await counts
            .GroupBy(count => new { count.State, count.Day })
            .Select(group => new Counted(group.Key.State, group.Key.Day, group.Sum(count => count.Lines)))
            .ToListAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<(StaffId Id, string FullName)>> LeadsAsync(InductionDb db, CancellationToken cancellationToken)
    {
        var ids = (
            await db
                .RequirementLines.Where(line => line.State <= LineState.Exempt && line.LineLead != null)
                .Select(line => line.LineLead)
                .Distinct()
                .ToListAsync(cancellationToken)
        )
            .OfType<StaffId>()
            .ToList();
        return
        [
            .. (await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToListAsync(cancellationToken))
                .OrderBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase)
                .Select(person => (person.Id, person.FullName)),
        ];
    }

    private sealed record Counted(LineState State, DateOnly Day, int Lines);
}
