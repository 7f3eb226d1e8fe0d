using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff.Listing;

/// <summary>The people whom the school has listed.</summary>
public sealed class PeopleQuery(IDbContextFactory<InductionDb> factory, EvidenceWriter evidence, TimeProvider clock)
{
    /// <summary>People on one page.</summary>
    public const int PageSize = 50;

    /// <returns>Everyone by name, without how far they are; empty when the actor may not see them.</returns>
    public async Task<IReadOnlyList<ListedPerson>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayManageStaff(actor))
        {
            return [];
        }

        await evidence.BringRequirementsUpToDateAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await AllAsync(db, LondonTime.DateIn(clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>Some of them by name, with how far they are.</summary>
    /// <returns>Empty when the actor may not see them.</returns>
    public async Task<IReadOnlyList<ListedPerson>> ExecuteAsync(Actor actor, IReadOnlyCollection<StaffId> people, CancellationToken cancellationToken)
    {
        var chosen = (await ExecuteAsync(actor, cancellationToken)).Where(one => people.Contains(one.Person.Id)).ToList();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await WithProgressAsync(db, chosen, LondonTime.DateIn(clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>One page of those whom a filter leaves.</summary>
    public async Task<ListedPeople> PageAsync(Actor actor, PeopleFilter filter, CancellationToken cancellationToken)
    {
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var all = await ExecuteAsync(actor, cancellationToken);
        var found = all.Where(one =>
                (filter.View is not { } view || Shows(view, one, today))
                && SearchText.Matches($"{one.Person.FullName} {one.Person.JobTitle} {one.Person.Email} {one.Person.StaffNumber}", filter.Search)
            )
            .ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var shown = Math.Min(filter.Page, pages);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return new ListedPeople(
            await WithProgressAsync(db, [.. Sorted(found, filter.Order).Skip((shown - 1) * PageSize).Take(PageSize)], today, cancellationToken),
            Enum.GetValues<PeopleView>().ToDictionary(view => view, view => all.Count(one => Shows(view, one, today))),
            all.Count,
            found.Count,
            filter with
            {
                Page = shown,
            },
            pages
        );
    }

    private static bool Shows(PeopleView view, ListedPerson one, DateOnly today) =>
        view switch
        {
            PeopleView.NeverSignedIn => one is { LastSignInAt: null, State: not PersonState.Left },
            PeopleView.Overdue => one.EarliestDue < today,
            PeopleView.Starting => one.State is PersonState.Starting,
            PeopleView.Paused => one.State is PersonState.Paused,
            PeopleView.Left => one.State is PersonState.Left,
        };

    // They come by name, and sorting keeps that among equals.
    private static IEnumerable<ListedPerson> Sorted(List<ListedPerson> people, PeopleOrder order) =>
        order switch
        {
            PeopleOrder.Name => people,
            PeopleOrder.Group => people.OrderBy(one => one.Person.Audience),
            PeopleOrder.LastSignIn => people.OrderByDescending(one => one.LastSignInAt ?? DateTimeOffset.MinValue),
            PeopleOrder.Due => people.OrderBy(one => one.EarliestDue ?? DateOnly.MaxValue),
        };

    private static async Task<IReadOnlyList<ListedPerson>> AllAsync(InductionDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var people = await db.People.AsNoTracking().ToListAsync(cancellationToken);
        var accounts = await db
            .Users.AsNoTracking()
            .Select(account => new
            {
                account.StaffId,
                account.Roles,
                account.LastSignInAt,
            })
            .ToDictionaryAsync(account => account.StaffId, cancellationToken);
        var absences = (await db.Absences.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(absence => absence.StaffId);
        var due = await db
            .RequirementPeople.AsNoTracking()
            .Where(person => person.EarliestDue != null)
            .ToDictionaryAsync(person => person.StaffId, person => person.EarliestDue, cancellationToken);
        return
        [
            .. people
                .OrderBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase)
                .Select(person => new ListedPerson(
                    person,
                    accounts.GetValueOrDefault(person.Id)?.Roles,
                    PersonStates.On(today, person, absences[person.Id]),
                    accounts.GetValueOrDefault(person.Id)?.LastSignInAt,
                    due.GetValueOrDefault(person.Id)
                )),
        ];
    }

    private static async Task<IReadOnlyList<ListedPerson>> WithProgressAsync(
        InductionDb db,
        List<ListedPerson> shown,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var ids = shown.ConvertAll(one => one.Person.Id);
        var lines = (
            await db
                .RequirementLines.Where(line => ids.Contains(line.StaffId))
                .GroupBy(line => new
                {
                    line.StaffId,
                    line.State,
                    IsLate = line.DueOn < today,
                })
                .Select(group => new
                {
                    group.Key.StaffId,
                    group.Key.State,
                    group.Key.IsLate,
                    Count = group.Count(),
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(line => line.StaffId);
        var invited = (
            await db
                .SignInsGiven.AsNoTracking()
                .Where(row => ids.Contains(row.StaffId))
                .Select(row => new { row.StaffId, row.At })
                .ToListAsync(cancellationToken)
        ).ToLookup(row => row.StaffId, row => row.At);
        return
        [
            .. shown.Select(one =>
            {
                var own = lines[one.Person.Id].ToList();
                var signed = own.Where(line => line.State is LineState.Signed).Sum(line => line.Count);
                return one with
                {
                    InvitedAt = invited[one.Person.Id].Select(at => (DateTimeOffset?)at).Max(),
                    Progress = new PersonProgress(
                        signed,
                        signed + own.Where(line => line.State is LineState.Open or LineState.Waiting).Sum(line => line.Count),
                        own.Where(line => line is { State: LineState.Open, IsLate: true }).Sum(line => line.Count),
                        own.Where(line => line.State is LineState.Paused or LineState.Exempt).Sum(line => line.Count)
                    ),
                };
            }),
        ];
    }
}
