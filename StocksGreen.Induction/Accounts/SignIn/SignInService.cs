using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.OneTimeCodes;
using StocksGreen.Induction.Accounts.Passkeys;
using StocksGreen.Induction.Accounts.Passwords;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Accounts.SignIn;

/// <summary>Signs people in and out; only static pages and endpoints may ask it, for it writes cookies.</summary>
public sealed class SignInService(
    PasswordCheck passwords,
    OneTimeCodeService codes,
    PasskeyService passkeys,
    UserSessions sessions,
    KnownDevice devices,
    Guesses guesses,
    NoteWayInUsed noteUse,
    AccessLog told,
    IHttpContextAccessor request,
    IDbContextFactory<InductionDb> factory,
    TimeProvider clock
)
{
    private const string MayNot = "someone who may not sign in";

    private HttpContext Context => request.HttpContext ?? throw new InvalidOperationException("Signing in answers a request.");

    /// <summary>Signs in by e-mail and password.</summary>
    /// <param name="isRemembered">True where the person called the device their own.</param>
    public async Task<SignInOutcome> WithPasswordAsync(string email, string password, CancellationToken cancellationToken, bool isRemembered = false)
    {
        var (account, isRight) = await passwords.SignInAsync(email, password, cancellationToken);
        if (isRight is null)
        {
            await told.AddAsync(AccessAct.SignInRefused, by: null, account?.StaffId, "too many wrong passwords from there: the next waits");
            return new SignInOutcome.Limited();
        }

        return account is null ? await RefuseAsync(about: null, "an e-mail that is nobody’s here")
            : isRight is false ? await RefuseAsync(account.StaffId, "wrong password")
            : await IsWelcomeAsync(account, cancellationToken) ? await OpenAsync(account, SignInMethod.Password, null, isRemembered)
            : await RefuseAsync(account.StaffId, MayNot);
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

    /// <summary>Signs in by a one-time link. Of many requests with the same link exactly one succeeds; one that lets no one in is not used up.</summary>
    public async Task<SignInOutcome> WithLinkAsync(string secret, CancellationToken cancellationToken)
    {
        var (hash, now) = (Sha256Hex.Compute(secret), clock.GetUtcNow());
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await (
            from link in db.SignInLinks.AsNoTracking()
            where link.Hash == hash && link.UsedAt == null && link.ExpiresAt > now
            join account in db.Users.AsNoTracking() on link.AccountId equals account.Id
            select new
            {
                Account = account,
                link.GivenId,
                link.IsAskedFor,
            }
        ).SingleOrDefaultAsync(cancellationToken);
        if (found is not null && !await IsWelcomeAsync(found.Account, cancellationToken))
        {
            return await RefuseAsync(found.Account.StaffId, "a link of someone who may not sign in");
        }

        return
            found is not null
            && await db
                .SignInLinks.Where(link => link.Hash == hash && link.UsedAt == null && link.ExpiresAt > now)
                .ExecuteUpdateAsync(row => row.SetProperty(link => link.UsedAt, now), cancellationToken) == 1
            ? await OpenAsync(found.Account, found.IsAskedFor ? SignInMethod.MailedLink : SignInMethod.OneTimeLink, found.GivenId)
            : await RefuseAsync(found?.Account.StaffId, "a link that is unknown, used or too old");
    }

    /// <summary>Signs in at the school's own device, by name and one-time code.</summary>
    /// <param name="device">Name of the device: wrong codes are counted by it and the person, so that no one voids a colleague's code.</param>
    public async Task<SignInOutcome> WithCodeAsync(StaffId person, string? code, string device, CancellationToken cancellationToken)
    {
        var guesser = $"device {device} {person}";
        if (!guesses.Begin(guesser))
        {
            await told.AddAsync(AccessAct.SignInRefused, by: null, person, "too many wrong codes at the signing station: the next waits");
            return new SignInOutcome.Limited();
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (
            await db.Users.AsNoTracking().SingleOrDefaultAsync(account => account.StaffId == person, cancellationToken) is not { } account
            || !await IsWelcomeAsync(account, cancellationToken)
            || await codes.UseAsync(person, code, cancellationToken) is not { } used
        )
        {
            return await RefuseAsync(person, "wrong code");
        }

        guesses.Succeed(guesser);
        return await OpenAsync(account, SignInMethod.KioskCode, used.Given);
    }

    /// <summary>The same session goes on, its second step taken.</summary>
    /// <param name="second">"authenticator app", "recovery code", "passkey".</param>
    public async Task CompleteAsync(Actor actor, string second)
    {
        await sessions.ProveAgainAsync(Context, SignInMethod.Join(actor.Proof.Method, second), given: null);
        await told.AddAsync(AccessAct.SignedIn, actor.StaffId, what: $"second step: {second}");
    }

    /// <summary>Signs in by a passkey.</summary>
    /// <param name="credential">What the browser showed, as JSON.</param>
    /// <param name="isRemembered">True where the person called the device their own.</param>
    public async Task<SignInOutcome> WithPasskeyAsync(string? credential, CancellationToken cancellationToken, bool isRemembered = false) =>
        await passkeys.OwnerAsync(credential) switch
        {
            null => await RefuseAsync(about: null, "a passkey that is nobody’s here"),
            var account => await IsWelcomeAsync(account, cancellationToken)
                ? await OpenAsync(account, SignInMethod.Passkey, null, isRemembered)
                : await RefuseAsync(account.StaffId, MayNot),
        };

    public async Task SignOutAsync()
    {
        var actor = Context.User.ToActor();
        await sessions.SignOutAsync(Context);
        if (actor is not null)
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
        return !account.IsClosed && !person.HasLeft(LondonTime.DateIn(clock.GetUtcNow()));
    }

    private async Task<SignInOutcome> OpenAsync(Account account, string method, Guid? given, bool isRemembered = false)
    {
        if (given is { } made)
        {
            await noteUse.ExecuteAsync(account.StaffId, made, CancellationToken.None);
        }

        // Whoever sat there before is signed out, not left behind.
        await sessions.EndAsync(Context);
        await sessions.OpenAsync(Context, account, method, given, isRemembered);
        if (method is SignInMethod.Password or SignInMethod.Passkey)
        {
            devices.Remember(account.Id);
        }

        await told.AddAsync(AccessAct.SignedIn, account.StaffId, what: method);
        return new SignInOutcome.SignedIn(account.PasswordHash is not null);
    }
}
