using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>
/// Asks at every request whether the session still holds: the account is there and unlocked, its roles and password are as they were, the person has not left.
/// </summary>
public sealed class SessionValidation(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var check = context.HttpContext.RequestServices.GetRequiredService<SessionValidation>();
        if (context.Principal is null || !await check.StillHoldsAsync(context.Principal, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    /// <summary>Also asked by commands that come from an open circuit, where no request is made.</summary>
    public async Task<bool> StillHoldsAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (principal.ToActor() is not { } actor)
        {
            return false;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var found = await (
            from account in db.Users.AsNoTracking()
            where account.StaffId == actor.StaffId
            join person in db.People.AsNoTracking() on account.StaffId equals person.Id
            select new
            {
                account.SecurityStamp,
                account.LockoutEnd,
                Person = person,
            }
        ).SingleOrDefaultAsync(cancellationToken);
        return found is not null
            && string.Equals(found.SecurityStamp, principal.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType), StringComparison.Ordinal)
            && (found.LockoutEnd is not { } until || until <= now)
            && !found.Person.HasLeft(LondonTime.DateIn(now));
    }
}
