using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
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
        var matching = ChaseSearch.Lines(db, filter, days, words);
        var total = await matching.Select(line => line.StaffId).Distinct().CountAsync(cancellationToken);
        filter = filter with { Page = Math.Clamp(filter.Page, 1, ChaseList.PagesOf(total)) };
        var shown = await ChaseSearch
            .People(matching, filter)
            .Skip((filter.Page - 1) * ChaseList.PageSize)
            .Take(ChaseList.PageSize)
            .ToListAsync(cancellationToken);
        var counted = await CountAsync(ChaseSearch.LinesOfAnyStanding(db, filter, words), days, cancellationToken);
        return new ChaseList(
            await PeopleAsync(new ChaseRows(db, days.Today, calendar, policies), OpenOf(db, shown, filter.Policy), shown, filter, days, cancellationToken),
            filter,
            total,
            await matching.Where(line => line.State <= LineState.Waiting).Select(line => line.StaffId).Distinct().CountAsync(cancellationToken),
            counted.Sum(count => count.People),
            Enum.GetValues<ChaseStanding>()
                .ToDictionary(standing => standing, standing => counted.Where(count => count.Has(standing)).Sum(count => count.People)),
            await db.RequirementPeople.CountAsync(person => person.EarliestDue < days.Today, cancellationToken),
            await db
                .RequirementLines.Where(line => line.State <= LineState.Exempt)
                .Where(days.Have(ChaseStanding.DueThisWeek))
                .Select(line => line.StaffId)
                .Distinct()
                .CountAsync(cancellationToken),
            total > 0 || await db.RequirementLines.AnyAsync(line => line.State <= LineState.Signed, cancellationToken),
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

    /// <summary>Everyone whom a filter leaves and who can be chosen: with something due or overdue.</summary>
    /// <returns>With their names; nothing when the actor may not see it.</returns>
    public async Task<IReadOnlyDictionary<StaffId, string>> ChoosableAsync(Actor actor, ChaseFilter filter, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor))
        {
            return new Dictionary<StaffId, string>();
        }

        await evidence.BringRequirementsUpToDateAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var (days, _, policies) = await BasisAsync(db, cancellationToken);
        var words = await ChaseSearch.WordsAsync(db, filter.Search, policies, cancellationToken);
        return await NamesAsync(db, ChaseSearch.Lines(db, filter, days, words).Where(line => line.State <= LineState.Waiting), cancellationToken);
    }

    /// <summary>Those of some people who can still be chosen.</summary>
    /// <returns>With their names; nothing when the actor may not see it.</returns>
    public async Task<IReadOnlyDictionary<StaffId, string>> StillChoosableAsync(
        Actor actor,
        IReadOnlyCollection<StaffId> people,
        CancellationToken cancellationToken
    )
    {
        if (!Permissions.MayChase(actor) || people.Count == 0)
        {
            return new Dictionary<StaffId, string>();
        }

        await evidence.BringRequirementsUpToDateAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var ids = people.ToList();
        return await NamesAsync(db, db.RequirementLines.Where(line => ids.Contains(line.StaffId) && line.State <= LineState.Waiting), cancellationToken);
    }

    /// <summary>What some people still have to sign, of one policy or of all.</summary>
    /// <returns>Nothing when the actor may not see it.</returns>
    public async Task<IReadOnlyList<(StaffId StaffId, VersionId VersionId)>> OpenAsync(
        Actor actor,
        IReadOnlyCollection<StaffId> people,
        PolicyId? policy,
        CancellationToken cancellationToken
    )
    {
        if (!Permissions.MayChase(actor))
        {
            return [];
        }

        await evidence.BringRequirementsUpToDateAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return
        [
            .. (
                await OpenOf(db, [.. people], policy)
                    .Where(line => line.State <= LineState.Waiting)
                    .Select(line => new { line.StaffId, line.VersionId })
                    .ToListAsync(cancellationToken)
            ).Select(line => (line.StaffId, line.VersionId)),
        ];
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
        return (ChaseDays.Create(today, calendar), calendar, await ListedPolicy.ReadAsync(db, today, cancellationToken));
    }

    private static IQueryable<RequirementLine> OpenOf(InductionDb db, List<StaffId> people, PolicyId? policy)
    {
        var lines = db.RequirementLines.AsNoTracking().Where(line => people.Contains(line.StaffId) && line.State <= LineState.Exempt);
        return policy is { } asked ? lines.Where(line => line.PolicyId == asked) : lines;
    }

    private static async Task<IReadOnlyDictionary<StaffId, string>> NamesAsync(
        InductionDb db,
        IQueryable<RequirementLine> lines,
        CancellationToken cancellationToken
    ) =>
        await db
            .People.Where(person => lines.Any(line => line.StaffId == person.Id))
            .Select(person => new { person.Id, person.FullName })
            .ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);

    private static async Task<IReadOnlyList<ChasePerson>> PeopleAsync(
        ChaseRows rows,
        IQueryable<RequirementLine> open,
        List<StaffId> shown,
        ChaseFilter filter,
        ChaseDays days,
        CancellationToken cancellationToken
    )
    {
        var lines = await open.OrderBy(line => line.State).ThenBy(line => line.DueOn).ThenBy(line => line.PolicyOrder).ToListAsync(cancellationToken);
        Func<RequirementLine, bool> hasStanding = filter.Standing is { } standing ? days.Have(standing).Compile() : _ => true;
        Func<RequirementLine, bool> isOfAge = filter.Age is { } age ? days.Are(age).Compile() : _ => true;
        var own = lines.Zip(await rows.OfAsync(lines, cancellationToken)).ToLookup(pair => pair.First.StaffId);
        return
        [
            // Someone may have signed between the two questions.
            .. shown
                .Where(own.Contains)
                .Select(id =>
                {
                    var (all, lead) = (
                        own[id].Select(pair => pair.Second).ToList(),
                        own[id].FirstOrDefault(pair => hasStanding(pair.First) && isOfAge(pair.First))
                    );
                    return new ChasePerson(id, all[0].FullName, all[0].JobTitle, all, lead.Second ?? all[0]);
                }),
        ];
    }

    /// <summary>How many people have something of each standing, told apart by which of them they have.</summary>
    private static async Task<IReadOnlyList<Counted>> CountAsync(IQueryable<RequirementLine> lines, ChaseDays days, CancellationToken cancellationToken)
    {
        var (today, weekEnds) = (days.Today, days.WeekEnds);
        return await lines
            .GroupBy(line => line.StaffId)
            .Select(own => new
            {
                Overdue = own.Max(line => line.State == LineState.Open && line.DueOn < today ? 1 : 0),
                ThisWeek = own.Max(line => line.State == LineState.Open && line.DueOn >= today && line.DueOn < weekEnds ? 1 : 0),
                Due = own.Max(line => line.State == LineState.Open && line.DueOn >= today ? 1 : 0),
                Waiting = own.Max(line => line.State == LineState.Waiting ? 1 : 0),
                Paused = own.Max(line => line.State == LineState.Paused ? 1 : 0),
                Exempt = own.Max(line => line.State == LineState.Exempt ? 1 : 0),
            })
            .GroupBy(person => person)
            .Select(alike => new Counted(
                alike.Key.Overdue,
                alike.Key.ThisWeek,
                alike.Key.Due,
                alike.Key.Waiting,
                alike.Key.Paused,
                alike.Key.Exempt,
                alike.Count()
            ))
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

    /// <summary>So many people have something of these standings: 1 for yes.</summary>
    private sealed record Counted(int Overdue, int ThisWeek, int Due, int Waiting, int Paused, int Exempt, int People)
    {
        internal bool Has(ChaseStanding standing) =>
            standing switch
            {
                ChaseStanding.Overdue => Overdue,
                ChaseStanding.DueThisWeek => ThisWeek,
                ChaseStanding.Due => Due,
                ChaseStanding.Waiting => Waiting,
                ChaseStanding.Paused => Paused,
                ChaseStanding.Exempt => Exempt,
            } == 1;
    }
}
