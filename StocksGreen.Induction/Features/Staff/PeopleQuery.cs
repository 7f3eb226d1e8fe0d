using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>The people whom the school has listed.</summary>
public sealed class PeopleQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>People on one page.</summary>
    public const int PageSize = 50;

    /// <returns>Everyone by name; empty when the actor may not see them.</returns>
    public async Task<IReadOnlyList<ListedPerson>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayManageStaff(actor))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var people = await db.People.AsNoTracking().ToListAsync(cancellationToken);
        var roles = await db
            .Users.AsNoTracking()
            .Select(account => new { account.StaffId, account.Roles })
            .ToDictionaryAsync(account => account.StaffId, account => account.Roles, cancellationToken);
        var absences = (await db.Absences.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(absence => absence.StaffId);
        return
        [
            .. people
                .OrderBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase)
                .Select(person => new ListedPerson(
                    person,
                    roles.TryGetValue(person.Id, out var found) ? found : null,
                    PersonStates.On(today, person, absences[person.Id])
                )),
        ];
    }

    /// <summary>One page of those whom a search and a state leave.</summary>
    /// <param name="search">Words of the name, role, e-mail or staff ID.</param>
    /// <param name="state">Null for everyone.</param>
    /// <param name="page">From 1; what is too large is the last page.</param>
    public async Task<ListedPeople> PageAsync(Actor actor, string? search, PersonState? state, int page, CancellationToken cancellationToken)
    {
        var all = await ExecuteAsync(actor, cancellationToken);
        var found = all.Where(one =>
                (state is null || one.State == state)
                && SearchText.Matches($"{one.Person.FullName} {one.Person.JobTitle} {one.Person.Email} {one.Person.StaffNumber}", search)
            )
            .ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 1, pages);
        return new ListedPeople(
            [.. found.Skip((shown - 1) * PageSize).Take(PageSize)],
            Enum.GetValues<PersonState>().ToDictionary(one => one, one => all.Count(person => person.State == one)),
            found.Count,
            shown,
            pages
        );
    }

    /// <returns>Null for someone without an account.</returns>
    internal async Task<AccessRoles?> RolesOfAsync(StaffId person, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db
            .Users.Where(account => account.StaffId == person)
            .Select(account => (AccessRoles?)account.Roles)
            .SingleOrDefaultAsync(cancellationToken);
    }
}
