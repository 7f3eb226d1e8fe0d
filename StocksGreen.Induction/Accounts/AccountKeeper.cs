using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Accounts;

/// <summary>Makes accounts and one-time links.</summary>
public sealed class AccountKeeper(UserManager<Account> accounts, IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>Makes an account for a person who has none.</summary>
    /// <param name="password">Null for somebody who will come in by a one-time link.</param>
    /// <returns>Sentences that say what is wrong; none when the account was made.</returns>
    public async Task<IReadOnlyList<string>> CreateAsync(StaffId person, string email, AccessRoles roles, string? password)
    {
        var account = new Account { Id = Guid.NewGuid(), StaffId = person, UserName = email, Email = email, EmailConfirmed = true, Roles = roles | AccessRoles.Staff };
        var result = password is null ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, password);
        return [.. result.Errors.Select(error => error.Description).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A new one-time link for a person; earlier unused ones stop working.</summary>
    /// <returns>The secret that stands in the link; it is kept nowhere. Null when the person has no account.</returns>
    public async Task<string?> IssueLinkAsync(StaffId person, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var accountId = await db.Users.Where(account => account.StaffId == person).Select(account => (Guid?)account.Id).SingleOrDefaultAsync(cancellationToken);
        if (accountId is null)
        {
            return null;
        }

        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        await db.SignInLinks.Where(link => link.AccountId == accountId && link.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
        db.SignInLinks.Add(new SignInLink(Fingerprint.Of(secret), accountId.Value, now, now + SignInDesk.LinkLife));
        await db.SaveChangesAsync(cancellationToken);
        return secret;
    }
}
