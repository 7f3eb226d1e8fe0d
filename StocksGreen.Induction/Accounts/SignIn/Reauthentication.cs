using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Kiosk;
using StocksGreen.Induction.Accounts.OneTimeCodes;
using StocksGreen.Induction.Accounts.Passkeys;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Accounts.SignIn;

/// <summary>Lets someone whose session is old show again that it is they, without leaving the page.</summary>
public sealed class Reauthentication(
    SignInManager<Account> signIn,
    UserManager<Account> accounts,
    OneTimeCodeService codes,
    PasskeyService passkeys,
    SignInService desk,
    IDbContextFactory<InductionDb> factory,
    AccessLog told
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

    /// <param name="secret">Password, or a code from the office.</param>
    /// <param name="passkey">What the browser showed, as JSON; it is asked before the secret.</param>
    /// <returns>How it was shown: "password", "passkey", "one-time code". Not found when the actor has no account.</returns>
    public async Task<Result<string>> ExecuteAsync(Actor actor, string? secret, string? passkey, CancellationToken cancellationToken)
    {
        if (await accounts.Users.SingleOrDefaultAsync(account => account.StaffId == actor.StaffId, cancellationToken) is not { } account)
        {
            return Result.NotFound;
        }

        var hasPassword = await HasPasswordAsync(actor, cancellationToken);
        var method =
            !KioskDevice.IsSession(actor)
            && await passkeys.OwnerAsync(passkey) is { } owner
            && owner.Id == account.Id
            && !await accounts.IsLockedOutAsync(account)
                ? SignInMethod.Passkey
            : string.IsNullOrEmpty(secret) ? null
            : hasPassword
                ? (await signIn.CheckPasswordSignInAsync(account, secret, lockoutOnFailure: true)).Succeeded ? SignInMethod.Password
                    : null
            : await codes.UseAsync(actor.StaffId, secret, cancellationToken) is not null ? SignInMethod.OneTimeCode
            : null;
        if (method is null)
        {
            await told.AddAsync(
                AccessAct.SignInRefused,
                actor.StaffId,
                actor.StaffId,
                hasPassword ? "wrong password, when asked again" : "wrong code, when asked again"
            );
            return Result.Invalid(
                "Proof",
                hasPassword
                    ? "That is not your password. After five wrong tries the account is locked for 15 minutes."
                    : "That code is not right, or it is too old. Ask the school office for a new one."
            );
        }

        await desk.RenewAsync(account, actor, method);
        return method;
    }
}
