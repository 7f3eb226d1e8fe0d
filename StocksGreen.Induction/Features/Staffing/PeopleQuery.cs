using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.People;

namespace StocksGreen.Induction.Features.Staffing;

/// <summary>Everybody the school has listed.</summary>
public sealed class PeopleQuery(IDbContextFactory<InductionDb> factory)
{
    /// <returns>By name; empty when the actor may not see them.</returns>
    public async Task<IReadOnlyList<ListedPerson>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepPeople(actor))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var people = await db.People.AsNoTracking().ToListAsync(cancellationToken);
        var roles = await db.Users.AsNoTracking().ToDictionaryAsync(account => account.StaffId, account => account.Roles, cancellationToken);
        return [.. people
            .OrderBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase)
            .Select(person => new ListedPerson(person, roles.TryGetValue(person.Id, out var found) ? found : null))];
    }

    /// <returns>Null for somebody without an account.</returns>
    internal async Task<AccessRoles?> RolesOfAsync(StaffId person, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Users.Where(account => account.StaffId == person).Select(account => (AccessRoles?)account.Roles).SingleOrDefaultAsync(cancellationToken);
    }
}
