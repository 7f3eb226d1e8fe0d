using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Accounts;

/// <summary>Makes accounts and one-time links.</summary>
public sealed class AccountService(UserManager<Account> accounts, IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>How long a one-time link is good for.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(7);

    /// <summary>How long a link that a person asked for by e-mail is good for.</summary>
    public static readonly TimeSpan AskedLinkLife = TimeSpan.FromMinutes(15);

    // No address of anyone: ".invalid" belongs to no one.
    private const string NoEmail = "no-email.invalid";

    /// <summary>The name of an account that only codes open.</summary>
    internal static string WithoutEmail(StaffId person) => $"{person}@{NoEmail}";

    /// <summary>Makes an account for a person who has none.</summary>
    /// <param name="password">Null for someone who will come in by a one-time link.</param>
    /// <returns>Sentences that say what is wrong; none when the account was made.</returns>
    public async Task<IReadOnlyList<string>> CreateAsync(StaffId person, string email, AccessRoles roles, string? password)
    {
        var account = new Account
        {
            Id = Guid.NewGuid(),
            StaffId = person,
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            Roles = roles | AccessRoles.Staff,
        };
        var result = password is null ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, password);
        return [.. result.Errors.Select(error => error.Description).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// An account for a person who has none, to be stored in the write that adds or changes the person. Whether the e-mail is free is asked there.
    /// </summary>
    public Account Make(StaffId person, string email, AccessRoles roles) =>
        Named(
            new Account
            {
                Id = Guid.NewGuid(),
                StaffId = person,
                EmailConfirmed = true,
                Roles = roles | AccessRoles.Staff,
                LockoutEnabled = true,
                SecurityStamp = NewStamp(),
            },
            email
        );

    /// <summary>Gives a new account its password.</summary>
    /// <returns>Sentences that say what is wrong; none when it has it.</returns>
    public async Task<IReadOnlyList<string>> GivePasswordAsync(Account account, string password)
    {
        foreach (var validator in accounts.PasswordValidators)
        {
            if (await validator.ValidateAsync(accounts, account, password) is { Succeeded: false } result)
            {
                return [.. result.Errors.Select(error => error.Description).Distinct(StringComparer.Ordinal)];
            }
        }

        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        return [];
    }

    /// <summary>An account goes with its person: the e-mail is its name, and governors see what governors see. Sessions with other roles end.</summary>
    public void Follow(Account account, PersonFacts facts)
    {
        var roles = facts.Audience is Audience.Governor ? account.Roles | AccessRoles.Governor : account.Roles & ~AccessRoles.Governor;
        if (roles != account.Roles)
        {
            account.Roles = roles;
            account.SecurityStamp = NewStamp();
        }

        var email = facts.Email ?? WithoutEmail(account.StaffId);
        if (!string.Equals(account.Email, email, StringComparison.Ordinal))
        {
            Named(account, email);
        }
    }

    /// <summary>Ends every session of an account at once and lets no one in by it.</summary>
    public static void Close(Account account)
    {
        account.LockoutEnabled = true;
        account.LockoutEnd = DateTimeOffset.MaxValue;
        account.SecurityStamp = NewStamp();
    }

    /// <summary>Lets people in again by an account that was closed. Sessions that closing ended stay ended.</summary>
    public static void Open(Account account) => account.LockoutEnd = null;

    private Account Named(Account account, string email)
    {
        account.UserName = account.Email = email;
        account.NormalizedUserName = accounts.NormalizeName(email);
        account.NormalizedEmail = accounts.NormalizeEmail(email);
        return account;
    }

    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));

    /// <summary>A link that a person asked for themselves; one that they asked for before stops working, and the office's do not.</summary>
    /// <returns>The secret that stands in the link; it is kept nowhere.</returns>
    public async Task<string> IssueAskedLinkAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await db.SignInLinks.Where(link => link.AccountId == accountId && link.IsAskedFor).ExecuteDeleteAsync(cancellationToken);
        db.SignInLinks.Add(new SignInLink(Sha256Hex.Compute(secret), accountId, clock.GetUtcNow() + AskedLinkLife, givenId: null, isAskedFor: true));
        await db.SaveChangesAsync(cancellationToken);
        return secret;
    }

    /// <summary>A new one-time link for a person; earlier unused ones stop working.</summary>
    /// <param name="given">The record of who makes it for the person; null where no one else does.</param>
    /// <returns>The secret that stands in the link; it is kept nowhere. Null when the person has no account.</returns>
    public async Task<string?> IssueLinkAsync(StaffId person, CancellationToken cancellationToken, Guid? given = null)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var accountId = await db.Users.Where(account => account.StaffId == person).Select(account => (Guid?)account.Id).SingleOrDefaultAsync(cancellationToken);
        if (accountId is null)
        {
            return null;
        }

        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        await db.SignInLinks.Where(link => link.AccountId == accountId && link.UsedAt == null && !link.IsAskedFor).ExecuteDeleteAsync(cancellationToken);
        db.SignInLinks.Add(new SignInLink(Sha256Hex.Compute(secret), accountId.Value, now + LinkLife, given));
        await db.SaveChangesAsync(cancellationToken);
        return secret;
    }
}
