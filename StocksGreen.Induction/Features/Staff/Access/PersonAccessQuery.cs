using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.SecondStep;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff.Access;

/// <summary>Loads what someone may do, for the headteacher.</summary>
public sealed class PersonAccessQuery(IDbContextFactory<InductionDb> factory, SecondStepService steps, TimeProvider clock)
{
    /// <returns>Null when the actor may not see it, or the person has no account.</returns>
    public async Task<PersonAccess?> ExecuteAsync(Actor actor, StaffId id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (
            !Permissions.MayChangeAccess(actor)
            || await db.Users.Where(row => row.StaffId == id).Select(row => (AccessRoles?)row.Roles).SingleOrDefaultAsync(cancellationToken) is not { } roles
        )
        {
            return null;
        }

        var person = await db.People.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        var changes = (await db.AccessChanges.AsNoTracking().Where(change => change.StaffId == id).ToListAsync(cancellationToken))
            .OrderByDescending(change => change.EvidenceNumber)
            .ToList();
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var acting = changes.FirstOrDefault(change => change.Kind is AccessChangeKind.ActingGiven or AccessChangeKind.ActingEnded);
        return new PersonAccess(
            person,
            roles,
            acting is { Kind: AccessChangeKind.ActingGiven } && acting.Until >= today ? acting : null,
            await steps.StateAsync(actor with { StaffId = id, FullName = person.FullName, Roles = roles }, cancellationToken),
            await steps.StateAsync(actor, cancellationToken),
            changes
        );
    }
}
