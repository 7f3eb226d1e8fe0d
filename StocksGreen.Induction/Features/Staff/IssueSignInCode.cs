using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.OneTimeCodes;
using StocksGreen.Induction.Accounts.Roles;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>Makes a one-time code with which someone signs in at the school's own device, also who has no e-mail.</summary>
public sealed class IssueSignInCode(
    OneTimeCodeService codes,
    PeopleQuery people,
    KeyRoleHolders holders,
    IDbContextFactory<InductionDb> factory,
    TimeProvider clock
)
{
    /// <returns>Six digits; not found when the actor may not, or there is no such person in the school.</returns>
    /// <remarks>A code opens the person's account, so the office makes none for those who may do more than the office may give.</remarks>
    public async Task<Result<string>> ExecuteAsync(Actor actor, StaffId person, CancellationToken cancellationToken)
    {
        var roles = await people.RolesOfAsync(person, cancellationToken) ?? AccessRoles.Staff;
        if (
            !Permissions.MayManageStaff(actor)
            || !Permissions.MayGiveRoles(actor, roles)
            || !await holders.MayOpenAccountAsync(actor, person, cancellationToken)
        )
        {
            return Result.NotFound;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return
            await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == person, cancellationToken) is { } found
            && !found.HasLeft(LondonTime.DateIn(clock.GetUtcNow()))
            && await codes.IssueAsync(person, cancellationToken) is { } code
            ? code
            : Result.NotFound;
    }
}
