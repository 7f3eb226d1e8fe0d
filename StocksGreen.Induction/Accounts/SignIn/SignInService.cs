using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.OneTimeCodes;
using StocksGreen.Induction.Accounts.Passkeys;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Accounts.SignIn;

/// <summary>Signs people in and out; only static pages and endpoints may ask it, for it writes cookies.</summary>
public sealed class SignInService(
    SignInManager<Account> signIn,
    UserManager<Account> accounts,
    OneTimeCodeService codes,
    PasskeyService passkeys,
    IDbContextFactory<InductionDb> factory,
    AccessLog told,
    TimeProvider clock
)
{
    private const string HasLeft = "someone who has left";

    /// <summary>How long a session at the school's own device may last.</summary>
    public static readonly TimeSpan KioskLife = TimeSpan.FromMinutes(60);

    // An unknown e-mail costs the same work as a wrong password, so that the time of the answer tells nothing.
    private static readonly string DecoyHash = new PasswordHasher<Account>().HashPassword(
        new Account(),
        Convert.ToHexString(RandomNumberGenerator.GetBytes(16))
    );

    /// <summary>Signs in by e-mail and password.</summary>
    public async Task<SignInOutcome> WithPasswordAsync(string email, string password, CancellationToken cancellationToken)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        if (account is null)
        {
            _ = new PasswordHasher<Account>().VerifyHashedPassword(new Account(), DecoyHash, password);
            await told.AddAsync(AccessAct.SignInRefused, by: null, what: "an e-mail that is nobody’s here");
            return new SignInOutcome.Refused();
        }

        var check = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (check.IsLockedOut)
        {
            await told.AddAsync(AccessAct.SignInRefused, by: null, account.StaffId, "too many wrong passwords: the account waits");
            return new SignInOutcome.Locked();
        }

        return check.Succeeded && await IsWelcomeAsync(account, cancellationToken)
            ? await OpenAsync(account, SignInMethod.Password)
            : await RefuseAsync(account.StaffId, check.Succeeded ? HasLeft : "wrong password");
    }

    /// <summary>Whose link it is, without using it up: mail scanners open links before people do.</summary>
    /// <returns>The person's name; null when the link is unknown, used or too old.</returns>
    public async Task<string?> LinkOwnerAsync(string secret, CancellationToken cancellationToken)
    {
        var (hash, now) = (Sha256Hex.Compute(secret), clock.GetUtcNow());
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await (
            from link in db.SignInLinks
            where link.Hash == hash && link.UsedAt == null && link.ExpiresAt > now
            join account in db.Users on link.AccountId equals account.Id
            join person in db.People on account.StaffId equals person.Id
            select person.FullName
        ).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Signs in by a one-time link. Of many requests with the same link exactly one succeeds.</summary>
    public async Task<SignInOutcome> WithLinkAsync(string secret, CancellationToken cancellationToken)
    {
        var (hash, now) = (Sha256Hex.Compute(secret), clock.GetUtcNow());
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var used = await db
            .SignInLinks.Where(link => link.Hash == hash && link.UsedAt == null && link.ExpiresAt > now)
            .ExecuteUpdateAsync(row => row.SetProperty(link => link.UsedAt, now), cancellationToken);
        if (used == 0)
        {
            return await RefuseAsync(about: null, "a link that is unknown, used or too old");
        }

        var accountId = await db.SignInLinks.Where(link => link.Hash == hash).Select(link => link.AccountId).SingleAsync(cancellationToken);
        var account = await accounts.FindByIdAsync(accountId.ToString());
        return account is not null && !await accounts.IsLockedOutAsync(account) && await IsWelcomeAsync(account, cancellationToken)
            ? await OpenAsync(account, SignInMethod.OneTimeLink)
            : await RefuseAsync(account?.StaffId, "a link of someone who may not sign in");
    }

    /// <summary>Signs in at the school's own device, by name and one-time code.</summary>
    public async Task<SignInOutcome> WithCodeAsync(StaffId person, string? code, CancellationToken cancellationToken) =>
        await codes.UseAsync(person, code, cancellationToken) is { } account
        && !await accounts.IsLockedOutAsync(account)
        && await IsWelcomeAsync(account, cancellationToken)
            ? await OpenAsync(account, SignInMethod.KioskCode)
            : await RefuseAsync(person, "wrong code");

    /// <summary>Signs in by a passkey.</summary>
    /// <param name="credential">What the browser showed, as JSON.</param>
    public async Task<SignInOutcome> WithPasskeyAsync(string? credential, CancellationToken cancellationToken) =>
        await passkeys.OwnerAsync(credential) switch
        {
            null => await RefuseAsync(about: null, "a passkey that is nobody’s here"),
            var account when await accounts.IsLockedOutAsync(account) => new SignInOutcome.Locked(),
            var account => await IsWelcomeAsync(account, cancellationToken)
                ? await OpenAsync(account, SignInMethod.Passkey)
                : await RefuseAsync(account.StaffId, HasLeft),
        };

    /// <param name="person">Who signs out.</param>
    public async Task SignOutAsync(ClaimsPrincipal person)
    {
        await signIn.SignOutAsync();
        if (person.ToActor() is { } actor)
        {
            await told.AddAsync(AccessAct.SignedOut, actor.StaffId);
        }
    }

    private async Task<SignInOutcome> RefuseAsync(StaffId? about, string why)
    {
        await told.AddAsync(AccessAct.SignInRefused, by: null, about, why);
        return new SignInOutcome.Refused();
    }

    private async Task<bool> IsWelcomeAsync(Account account, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var person = await db.People.AsNoTracking().SingleAsync(person => person.Id == account.StaffId, cancellationToken);
        return !person.HasLeft(LondonTime.DateIn(clock.GetUtcNow()));
    }

    /// <summary>The same session goes on with a new proof of identity.</summary>
    internal Task RenewAsync(Account account, Actor actor, string method) =>
        WriteAsync(account, actor.Proof.Method == SignInMethod.KioskCode ? SignInMethod.KioskCode : method, actor.Session);

    private async Task<SignInOutcome> OpenAsync(Account account, string method)
    {
        var now = clock.GetUtcNow();
        account.LastSignInAt = now;
        await using (var db = await factory.CreateDbContextAsync())
        {
            await db.Users.Where(row => row.Id == account.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.LastSignInAt, now));
        }

        await accounts.ResetAccessFailedCountAsync(account);
        await WriteAsync(account, method, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        await told.AddAsync(AccessAct.SignedIn, account.StaffId, what: method);
        return new SignInOutcome.SignedIn(await accounts.HasPasswordAsync(account));
    }

    private Task WriteAsync(Account account, string method, string session)
    {
        var now = clock.GetUtcNow();
        // At the school's own device a session ends by itself, however busy it is.
        var properties =
            method == SignInMethod.KioskCode
                ? new AuthenticationProperties
                {
                    IsPersistent = false,
                    ExpiresUtc = now + KioskLife,
                    AllowRefresh = false,
                }
                : new AuthenticationProperties { IsPersistent = false };
        return signIn.SignInWithClaimsAsync(
            account,
            properties,
            [
                new Claim(SessionClaims.Method, method),
                new Claim(SessionClaims.ProvedAt, now.ToString("O", CultureInfo.InvariantCulture)),
                new Claim(SessionClaims.Session, session),
            ]
        );
    }
}
