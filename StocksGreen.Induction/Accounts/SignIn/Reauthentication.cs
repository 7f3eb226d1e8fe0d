using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Kiosk;
using StocksGreen.Induction.Accounts.OneTimeCodes;
using StocksGreen.Induction.Accounts.Passkeys;
using StocksGreen.Induction.Accounts.Passwords;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Accounts.SignIn;

/// <summary>Lets someone whose session is old show again that it is they, without leaving the page.</summary>
public sealed class Reauthentication(
    UserManager<Account> accounts,
    PasswordCheck passwords,
    OneTimeCodeService codes,
    PasskeyService passkeys,
    UserSessions sessions,
    NoteWayInUsed noteUse,
    AccessLog told,
    Guesses guesses,
    IHttpContextAccessor request,
    IDbContextFactory<InductionDb> factory
)
{
    /// <summary>True where the person has a password; false where the office must give them a code.</summary>
    public async Task<bool> HasPasswordAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Users.AnyAsync(account => account.StaffId == actor.StaffId && account.PasswordHash != null, cancellationToken);
    }

    /// <summary>True where the person has a passkey and sits at a device of their own.</summary>
    public async Task<bool> HasPasskeyAsync(Actor actor, CancellationToken cancellationToken) =>
        !KioskDevice.IsSession(actor)
        && await accounts.Users.SingleOrDefaultAsync(account => account.StaffId == actor.StaffId, cancellationToken) is { } account
        && (await accounts.GetPasskeysAsync(account)).Count > 0;

    /// <summary>True where they have a password, or a passkey that they can show where they sit.</summary>
    public async Task<bool> HasOwnProofAsync(Actor actor, CancellationToken cancellationToken) =>
        await HasPasswordAsync(actor, cancellationToken) || await HasPasskeyAsync(actor, cancellationToken);

    /// <param name="secret">Password, or a code from the office.</param>
    /// <param name="passkey">What the browser showed, as JSON; it is asked before the secret.</param>
    /// <returns>How it was shown: "password", "passkey", "one-time code". Not found when the actor has no account.</returns>
    public async Task<Result<string>> ExecuteAsync(Actor actor, string? secret, string? passkey, CancellationToken cancellationToken)
    {
        if (await accounts.Users.SingleOrDefaultAsync(account => account.StaffId == actor.StaffId, cancellationToken) is not { } account)
        {
            return Result.NotFound;
        }

        var hasPassword = account.PasswordHash is not null;
        if (!KioskDevice.IsSession(actor) && await passkeys.OwnerAsync(passkey) is { } owner && owner.Id == account.Id)
        {
            return await ShownAsync(SignInMethod.Passkey, null);
        }

        if (hasPassword)
        {
            return string.IsNullOrEmpty(secret) || await passwords.AgainAsync(actor, account, secret) is not { } isRight
                    ? Result.Invalid("Proof", "That was not your password too often. Wait some minutes, then try again.")
                : isRight ? await ShownAsync(SignInMethod.Password, null)
                : await RefuseAsync("wrong password", "That is not your password. After five wrong tries you have to wait before the next.");
        }

        // Anyone who has a passkey and came in by what someone else made shows the passkey: a code of the same office would show nothing more.
        if (!actor.Proof.IsOwn && await HasPasskeyAsync(actor, cancellationToken))
        {
            return Result.Invalid("Proof", "Show your passkey.");
        }

        var guesser = $"proof {actor.StaffId}";
        if (string.IsNullOrEmpty(secret) || !guesses.Begin(guesser) || await codes.UseAsync(actor.StaffId, secret, cancellationToken) is not { } code)
        {
            return await RefuseAsync("wrong code", "That code is not right, or it is too old. Ask the school office for a new one.");
        }

        guesses.Succeed(guesser);
        if (code.Given is not { } given)
        {
            return await ShownAsync(SignInMethod.OneTimeCode, null);
        }

        await noteUse.ExecuteAsync(actor.StaffId, given, CancellationToken.None);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var giver = await db.SignInsGiven.Where(row => row.Id == given).Select(row => row.MadeByName).SingleAsync(cancellationToken);
        await ShownAsync(SignInMethod.OneTimeCode, given);
        return $"{SignInMethod.OneTimeCode}, which {giver} made,";

        async Task<Result<string>> RefuseAsync(string why, string sentence)
        {
            await told.AddAsync(AccessAct.SignInRefused, actor.StaffId, actor.StaffId, $"{why}, when asked again");
            return Result.Invalid("Proof", sentence);
        }

        async Task<string> ShownAsync(string method, Guid? given)
        {
            if (request.HttpContext is { } context)
            {
                await sessions.ProveAgainAsync(context, method, given);
            }

            return method;
        }
    }
}
