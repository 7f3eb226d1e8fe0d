using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;

namespace StocksGreen.Induction.Accounts;

/// <summary>Lets somebody whose session is old show again that it is they, without leaving the page.</summary>
public sealed class ProveAgain(SignInManager<Account> signIn, UserManager<Account> accounts, SignInCodes codes, SignInDesk desk, IDbContextFactory<InductionDb> factory)
{
    /// <summary>True where the person has a password; false where the office must give them a code.</summary>
    public async Task<bool> HasPasswordAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Users.AnyAsync(account => account.StaffId == actor.StaffId && account.PasswordHash != null, cancellationToken);
    }

    /// <param name="secret">Password, or a code from the office.</param>
    /// <returns>How it was shown: "password", "one-time code"; null when it was not.</returns>
    public async Task<string?> ExecuteAsync(Actor actor, string? secret, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return null;
        }

        if (await accounts.Users.SingleOrDefaultAsync(account => account.StaffId == actor.StaffId, cancellationToken) is not { } account)
        {
            return null;
        }

        var method = await HasPasswordAsync(actor, cancellationToken)
            ? (await signIn.CheckPasswordSignInAsync(account, secret, lockoutOnFailure: true)).Succeeded ? SignInDesk.Password : null
            : await codes.UseAsync(actor.StaffId, secret, cancellationToken) is not null ? SignInDesk.OneTimeCode : null;
        if (method is not null)
        {
            await desk.RenewAsync(account, actor, method);
        }

        return method;
    }
}
