using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>What a session knows of its person: name, roles and the id that the rest of the program speaks of.</summary>
internal sealed class AccountPrincipalFactory(UserManager<Account> accounts, IOptions<IdentityOptions> options, IDbContextFactory<InductionDb> factory)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        await using var db = await factory.CreateDbContextAsync();
        var fullName = await db.People.Where(person => person.Id == user.StaffId).Select(person => person.FullName).SingleAsync();
        identity.AddClaim(new Claim(SessionClaims.StaffId, user.StaffId.ToString()));
        identity.AddClaim(new Claim(SessionClaims.FullName, fullName));
        identity.AddClaim(new Claim(SessionClaims.Roles, user.Roles.ToString()));
        return identity;
    }
}
