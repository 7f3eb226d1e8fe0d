using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Access.Passwords;

namespace StocksGreen.Induction.Accounts.Passwords;

/// <summary>
/// Compares passwords, and no faster than <see cref="GuessLimits"/> let anyone guess. It takes the same work for an account that is unknown, one without a
/// password, and any other.
/// </summary>
public sealed class PasswordCheck(
    UserManager<Account> accounts,
    GuessLimits limits,
    KnownDevice devices,
    DecoyHash decoy,
    IDbContextFactory<InductionDb> factory
)
{
    /// <summary>Of someone who is not signed in.</summary>
    /// <returns>Whose e-mail it is, if anyone's, and whether the password is theirs; null where that was not judged, because too many were wrong.</returns>
    internal async Task<(Account? Account, bool? IsRight)> SignInAsync(string email, string password, CancellationToken cancellationToken)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        return (account, await JudgeAsync(account, email, password, await devices.PlaceAsync(account?.Id, cancellationToken)));
    }

    /// <summary>Of someone who is signed in and shows again that it is they. Wrong ones keep no one else out.</summary>
    /// <returns>Null where it was not judged, because too many were wrong.</returns>
    internal Task<bool?> AgainAsync(Actor actor, Account account, string password) =>
        JudgeAsync(account, account.Email ?? account.Id.ToString(), password, new GuessPlace($"session {actor.Session}", IsKnown: true));

    private async Task<bool?> JudgeAsync(Account? account, string email, string password, GuessPlace place)
    {
        if (!limits.TryBegin(email, place))
        {
            return null;
        }

        // So long that no one's can be it: no work is done on it.
        if (PasswordRules.IsTooLong(password))
        {
            return false;
        }

        var compared = accounts.PasswordHasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? decoy.Value, password);
        if (account?.PasswordHash is null || compared is PasswordVerificationResult.Failed)
        {
            return false;
        }

        limits.Succeed(email, place);
        if (compared is PasswordVerificationResult.SuccessRehashNeeded)
        {
            var hash = accounts.PasswordHasher.HashPassword(account, password);
            await using var db = await factory.CreateDbContextAsync();
            await db
                .Users.Where(row => row.Id == account.Id && row.PasswordHash == account.PasswordHash)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.PasswordHash, hash));
        }

        return true;
    }
}
