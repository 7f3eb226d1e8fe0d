using System.Buffers.Text;
using System.Data.Common;
using System.Linq.Expressions;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Data.Retention;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>Keeps sessions in the store: opens and ends them, and says at every request and every command of a live page who asks.</summary>
public sealed class UserSessions(IDbContextFactory<InductionDb> factory, AccountChanges changes, AccessLog told, TimeProvider clock, ILogger<UserSessions> log)
{
    /// <summary>How long a session at the school's own device may last.</summary>
    public static readonly TimeSpan KioskLife = TimeSpan.FromMinutes(60);

    /// <summary>How long it is kept that there was a session.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(RetentionRules.SessionDays);

    /// <summary>Asked of every request that shows a cookie.</summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<UserSessions>();
        var secret = context.Principal?.FindFirstValue(SessionClaims.Secret);
        if (secret is not null && await sessions.FindAsync(Sha256Hex.Compute(secret), context.HttpContext.RequestAborted) is { } found)
        {
            await sessions.NoteSeenAsync(found);
            context.ReplacePrincipal(found.ToPrincipal());
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Who sits at a live page, as the store has it now; null once the session is over. Asked at every command, for no request is made.</summary>
    /// <param name="user">As the page got it when it was opened, or later.</param>
    /// <param name="isUsed">False where the page asks by itself: that keeps no session from ending.</param>
    public async Task<Actor?> ActorAsync(ClaimsPrincipal user, CancellationToken cancellationToken, bool isUsed = true)
    {
        if (await AgainAsync(user, cancellationToken) is not { } session)
        {
            return null;
        }

        if (isUsed)
        {
            await NoteSeenAsync(session);
        }

        return session.Actor;
    }

    /// <summary>The session of a live page, asked again of the store; null once it is over.</summary>
    internal async Task<OpenSession?> AgainAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        user.FindFirstValue(SessionClaims.Hash) is { } hash ? await FindAsync(hash, cancellationToken) : null;

    /// <summary>Opens a session and gives the browser its secret.</summary>
    /// <param name="given">The record of who made the link or code; null where no one else did.</param>
    /// <param name="isRemembered">True where the person called the device their own.</param>
    internal async Task OpenAsync(HttpContext context, Account account, string method, Guid? given, bool isRemembered)
    {
        var now = clock.GetUtcNow();
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var life =
            method == SignInMethod.KioskCode ? KioskLife
            : isRemembered ? UserSession.LongestRemembered
            : UserSession.Longest;
        await using var db = await factory.CreateDbContextAsync();
        db.Sessions.Add(
            new UserSession
            {
                Hash = Sha256Hex.Compute(secret),
                Name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
                AccountId = account.Id,
                Stamp = account.SecurityStamp!,
                Method = method,
                ProvedAt = now,
                OpenedAt = now,
                LastSeenAt = now,
                EndsAt = now + life,
                IsRemembered = isRemembered,
                Device = RequestOrigin.Browser(context.Request.Headers.UserAgent.ToString()),
                Address = RequestOrigin.Address(context),
                GivenId = given,
            }
        );
        await db.SaveChangesAsync();
        await db.Users.Where(row => row.Id == account.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.LastSignInAt, now));
        await db.Sessions.Where(row => row.AccountId == account.Id && row.LastSeenAt < now - KeptFor).ExecuteDeleteAsync();
        await context.SignInAsync(
            IdentityConstants.ApplicationScheme,
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaims.Secret, secret)], IdentityConstants.ApplicationScheme)),
            new AuthenticationProperties { IsPersistent = isRemembered, ExpiresUtc = isRemembered ? now + life : null }
        );
    }

    /// <summary>Ends the session of a request, if there is one.</summary>
    internal async Task EndAsync(HttpContext context)
    {
        if (OpenSession.Of(context.User) is { } session)
        {
            await EndAsync(session.Actor.StaffId, row => row.Hash == session.Row.Hash, "signed out");
        }
    }

    /// <summary>Ends the session of a request, and takes its cookie away.</summary>
    internal async Task SignOutAsync(HttpContext context)
    {
        await EndAsync(context);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>The same session goes on with a new proof of identity.</summary>
    /// <param name="given">The record of who made the code that it was proved by; null where no one else did.</param>
    internal async Task ProveAgainAsync(HttpContext context, string method, Guid? given)
    {
        if (OpenSession.Of(context.User)?.Row is not { } session)
        {
            return;
        }

        var (now, shown, giver) = (
            clock.GetUtcNow(),
            session.Method == SignInMethod.KioskCode ? session.Method : SignInMethod.Renew(session.Method, method),
            given ?? session.GivenId
        );
        await using var db = await factory.CreateDbContextAsync();
        await db
            .Sessions.Where(row => row.Hash == session.Hash)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.ProvedAt, now).SetProperty(one => one.Method, shown).SetProperty(one => one.GivenId, giver));
    }

    /// <summary>The session in which a password was changed goes on; all others of the account are over, for they bear the old stamp.</summary>
    /// <param name="stamp">The new one.</param>
    internal async Task GoOnAsync(HttpContext context, string stamp)
    {
        if (OpenSession.Of(context.User) is { } session)
        {
            await using var db = await factory.CreateDbContextAsync();
            await db.Sessions.Where(row => row.Hash == session.Row.Hash).ExecuteUpdateAsync(row => row.SetProperty(one => one.Stamp, stamp));
            changes.Tell(session.Actor.StaffId);
        }
    }

    /// <returns>The sessions of someone that go on, the last used first, and the name of the one that asks.</returns>
    public async Task<IReadOnlyList<UserSession>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var account = await db.Users.AsNoTracking().SingleAsync(row => row.StaffId == actor.StaffId, cancellationToken);
        var now = clock.GetUtcNow();
        return
        [
            .. (await db.Sessions.AsNoTracking().Where(row => row.AccountId == account.Id).ToListAsync(cancellationToken))
                .Where(row => row.Stamp == account.SecurityStamp && row.IsOpen(account.Roles, now))
                .OrderByDescending(row => row.LastSeenAt),
        ];
    }

    /// <summary>Ends one of one's own sessions. One of someone else's is none.</summary>
    /// <param name="name">As in <see cref="UserSession.Name"/>.</param>
    public async Task EndOwnAsync(Actor actor, string? name)
    {
        await EndAsync(actor.StaffId, row => row.Name == name, "ended from another session");
        await told.AddAsync(AccessAct.SessionEnded, actor.StaffId, what: "from another session");
    }

    /// <summary>Ends all of one's own sessions but this one.</summary>
    public async Task EndOthersAsync(Actor actor)
    {
        await EndAsync(actor.StaffId, row => row.Name != actor.Session, "ended from another session");
        await told.AddAsync(AccessAct.SessionEnded, actor.StaffId, what: "all but one");
    }

    /// <summary>Whose session it was of which the browser still shows the cookie, over or not. Null where there is none.</summary>
    internal async Task<Actor?> EndedAsync(RedirectContext<CookieAuthenticationOptions> ended)
    {
        if (
            ended.Options.CookieManager.GetRequestCookie(ended.HttpContext, ended.Options.Cookie.Name!) is not { } ticket
            || ended.Options.TicketDataFormat.Unprotect(ticket)?.Principal.FindFirstValue(SessionClaims.Secret) is not { } secret
        )
        {
            return null;
        }

        return (await LoadAsync(Sha256Hex.Compute(secret), ended.HttpContext.RequestAborted))?.Session.Actor;
    }

    internal async Task NoteSeenAsync(OpenSession session)
    {
        var (hash, now) = (session.Row.Hash, clock.GetUtcNow());
        if (now - session.Row.LastSeenAt < UserSession.SeenWithin)
        {
            return;
        }

        try
        {
            await using var db = await factory.CreateDbContextAsync();
            await db.Sessions.Where(row => row.Hash == hash).ExecuteUpdateAsync(row => row.SetProperty(one => one.LastSeenAt, now));
        }
        catch (DbException fault)
        {
            // On a full disk people can still read.
            log.LogWarning(fault, "It could not be noted that a session is in use.");
        }
    }

    private async Task EndAsync(StaffId person, Expression<Func<UserSession, bool>> which, string why)
    {
        var now = clock.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync();
        await db
            .Sessions.Where(row => row.EndedAt == null && db.Users.Any(account => account.Id == row.AccountId && account.StaffId == person))
            .Where(which)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.EndedAt, now).SetProperty(one => one.EndedWhy, why));
        changes.Tell(person);
    }

    private async Task<OpenSession?> FindAsync(string hash, CancellationToken cancellationToken) =>
        await LoadAsync(hash, cancellationToken) is ({ } session, true) ? session : null;

    private async Task<(OpenSession Session, bool IsOpen)?> LoadAsync(string hash, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await (
            from session in db.Sessions.AsNoTracking()
            where session.Hash == hash
            join account in db.Users.AsNoTracking() on session.AccountId equals account.Id
            join person in db.People.AsNoTracking() on account.StaffId equals person.Id
            select new
            {
                Session = session,
                Account = account,
                Person = person,
                GivenBy = db.SignInsGiven.Where(given => given.Id == session.GivenId).Select(given => given.MadeByName).FirstOrDefault(),
            }
        ).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var proof = new IdentityProof(found.Session.Method, found.Session.ProvedAt, found.GivenBy);
        var held = await EffectiveRoles.OfAsync(db, found.Person.Id, found.Account.Roles, LondonTime.DateIn(now), cancellationToken);
        // The school's own device stands where everyone passes: there a person reads and signs, whatever else they may do elsewhere.
        var roles = Permissions.RolesIn(proof.Method == SignInMethod.KioskCode ? held & AccessRoles.Staff : held, proof);
        var isOpen =
            found.Session.IsOpen(roles, now)
            && string.Equals(found.Session.Stamp, found.Account.SecurityStamp, StringComparison.Ordinal)
            && !found.Account.IsClosed
            && !found.Person.HasLeft(LondonTime.DateIn(now));
        return (new OpenSession(found.Session, new Actor(found.Person.Id, found.Person.FullName, roles, proof, found.Session.Name)), isOpen);
    }
}
