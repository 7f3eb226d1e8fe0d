using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Kiosk;
using StocksGreen.Induction.Accounts.Passkeys;
using StocksGreen.Induction.Accounts.Roles;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Accounts.SecondStep;

/// <summary>
/// The second step of signing in: a code of an authenticator app, a passkey, or a recovery code on paper. It is asked of everyone whose roles open others'
/// names, and of anyone who set an app up.
/// </summary>
public sealed class SecondStepService(
    UserManager<Account> accounts,
    PasskeyService passkeys,
    PasswordService passwords,
    KeyRoleHolders keyRoles,
    CurrentSchool school,
    Guesses guesses,
    AccessLog told,
    IDataProtectionProvider protection,
    IDbContextFactory<InductionDb> factory,
    TimeProvider clock
)
{
    /// <summary>How many recovery codes a sheet holds.</summary>
    public const int CodesOnASheet = 10;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    // No letters or digits that look alike; four groups of four are 79 bits, which no one guesses from their hashes either.
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int GroupLength = 4;
    private const int Groups = 4;

    private readonly IDataProtector protector = protection.CreateProtector("Accounts.AuthenticatorApp/1");

    /// <summary>What stands behind the person's password.</summary>
    public async Task<SecondStepState> StateAsync(Actor actor, CancellationToken cancellationToken)
    {
        var wouldBe = Permissions.NeedsSecondStep(actor) || await keyRoles.IsNamedGovernorAsync(actor, cancellationToken);
        var isDemonstration = (await school.GetAsync(cancellationToken))?.IsDemonstration is true;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await (
            from account in db.Users.AsNoTracking()
            where account.StaffId == actor.StaffId
            select new
            {
                HasApp = db.Set<AuthenticatorApp>().Any(app => app.AccountId == account.Id && app.LastStep != null),
                Passkeys = db.Set<IdentityUserPasskey<Guid>>().Count(passkey => passkey.UserId == account.Id),
                Codes = db.Set<RecoveryCode>().Count(code => code.AccountId == account.Id),
            }
        ).SingleOrDefaultAsync(cancellationToken);
        return new SecondStepState(wouldBe && !isDemonstration, wouldBe && isDemonstration, found?.HasApp is true, found?.Passkeys ?? 0, found?.Codes ?? 0);
    }

    /// <summary>What a session still owes before it opens anything; null where it owes nothing.</summary>
    public async Task<SecondStepState?> OwedAsync(Actor actor, CancellationToken cancellationToken) =>
        SignInMethod.IsTwoStep(actor.Proof.Method) || KioskDevice.IsSession(actor) ? null
        : await StateAsync(actor, cancellationToken) is { IsAsked: true } state ? state
        : null;

    /// <summary>Whether the password is asked for before an app is set up.</summary>
    public async Task<bool> NeedsPasswordAsync(Actor actor) => clock.GetUtcNow() - actor.Proof.At > Fresh && (await passwords.AskAsync(actor)).NeedsCurrent;

    /// <summary>Makes what app and server share. Nothing is asked of anyone before the first code has shown that the app has it.</summary>
    /// <returns>Not found where there is no account, or where the session owes a step itself: it may not put another lock in place of that one.</returns>
    /// <param name="current">The password, where the session was opened so long ago that someone else may sit there.</param>
    public async Task<Result<Unit>> BeginAppAsync(Actor actor, string? current, CancellationToken cancellationToken)
    {
        if (await AccountAsync(actor, cancellationToken) is not { } account || !await MaySetUpAsync(actor, cancellationToken))
        {
            return Result.NotFound;
        }

        if (await NeedsPasswordAsync(actor) && await passwords.RefuseAsync(actor, account, current ?? "") is { } wrong)
        {
            return Result.Invalid([wrong]);
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Set<AuthenticatorApp>().AnyAsync(app => app.AccountId == account.Id && app.LastStep != null, cancellationToken))
        {
            return Result.Invalid("App", "An authenticator app is set up already. Take it away first.");
        }

        await db.Set<AuthenticatorApp>().Where(app => app.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        var secret = protector.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Totp.SecretLength)));
        db.Add(new AuthenticatorApp(account.Id, secret, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }

    /// <returns>What the app is to be told: the address in the QR code, and the secret for someone who types it. Null where nothing was begun.</returns>
    public async Task<(string Address, string Secret)?> PendingAppAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (
            await AccountAsync(actor, cancellationToken) is not { } account
            || await SecretAsync(account.Id, isConfirmed: false, cancellationToken) is not { } secret
        )
        {
            return null;
        }

        var name = (await school.GetAsync(cancellationToken))?.Name ?? "StocksGreen.Induction";
        return (
            Totp.Address(secret, name, account.Email ?? actor.FullName),
            string.Join(' ', Totp.ToBase32(secret).Chunk(4).Select(group => new string(group)))
        );
    }

    /// <summary>The first code of a new app; from now on it is asked for.</summary>
    /// <returns>Recovery codes, shown once and kept nowhere.</returns>
    public async Task<Result<IReadOnlyList<string>>> ConfirmAppAsync(Actor actor, string? code, CancellationToken cancellationToken)
    {
        if (
            await AccountAsync(actor, cancellationToken) is not { } account
            || !await MaySetUpAsync(actor, cancellationToken)
            || await SecretAsync(account.Id, isConfirmed: false, cancellationToken) is not { } secret
        )
        {
            return Result.NotFound;
        }

        var key = $"new app {account.Id}";
        if (!guesses.Begin(key) || Totp.Match(secret, Digits(code), clock.GetUtcNow()) is not { } step)
        {
            return Result.Invalid("Code", "That is not the code that the app shows now. See that the phone’s clock is right, and type the next one.");
        }

        guesses.Succeed(key);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!await TakeStepAsync(db, account.Id, step, cancellationToken))
        {
            return Result.NotFound;
        }

        await told.AddAsync(AccessAct.SecondFactorChanged, actor.StaffId, what: "an authenticator app was set up");
        return await NewCodesAsync(db, account.Id, cancellationToken);
    }

    /// <summary>Asks for the second step.</summary>
    /// <param name="code">Of the app, or a recovery code; it is used up.</param>
    /// <param name="passkey">What the browser showed, as JSON; it is asked before the code.</param>
    /// <returns>What it was: "authenticator app", "recovery code", "passkey".</returns>
    public async Task<Result<string>> ProveAsync(Actor actor, string? code, string? passkey, CancellationToken cancellationToken)
    {
        if (await AccountAsync(actor, cancellationToken) is not { } account)
        {
            return Result.NotFound;
        }

        if (!string.IsNullOrEmpty(passkey))
        {
            return await passkeys.OwnerAsync(passkey) is { } owner && owner.Id == account.Id
                ? SignInMethod.Passkey
                : Result.Invalid("Code", "That passkey is not one of yours. Try again, or type a code.");
        }

        var key = $"second step {account.Id}";
        if (!guesses.Begin(key))
        {
            return Result.Invalid("Code", "Too many wrong codes. Wait a quarter of an hour; until then the right one is not taken either.");
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var typed = Digits(code);
        var method =
            typed.Length == 6
            && await SecretAsync(account.Id, isConfirmed: true, cancellationToken) is { } secret
            && Totp.Match(secret, typed, clock.GetUtcNow()) is { } step
            && await TakeStepAsync(db, account.Id, step, cancellationToken)
                ? SignInMethod.App
            : await UseCodeAsync(db, account.Id, code, cancellationToken) ? SignInMethod.RecoveryCode
            : null;
        if (method is null)
        {
            await told.AddAsync(AccessAct.SignInRefused, actor.StaffId, actor.StaffId, "wrong code of the second step");
            return Result.Invalid("Code", "That code is not right, or it has been used. A code of the app works once; wait for the next one.");
        }

        guesses.Succeed(key);
        if (method == SignInMethod.RecoveryCode)
        {
            await told.AddAsync(AccessAct.SecondFactorChanged, actor.StaffId, what: "a recovery code was used up");
        }

        return method;
    }

    /// <summary>Asks someone who is signed in to show again that it is they, before what can be undone only with trouble.</summary>
    /// <param name="password">Does where a demonstration asks for no second step and none is set up.</param>
    /// <returns>What it was; not found where there is nothing that could be asked for.</returns>
    public async Task<Result<string>> ProveAgainAsync(Actor actor, string? code, string? passkey, string? password, CancellationToken cancellationToken)
    {
        var state = await StateAsync(actor, cancellationToken);
        if (state.IsSetUp)
        {
            return await ProveAsync(actor, code, passkey, cancellationToken);
        }

        return !state.IsWaived || await AccountAsync(actor, cancellationToken) is not { } account ? Result.NotFound
            : await passwords.RefuseOwnAsync(actor, account, password ?? "") is { } wrong ? Result.Invalid("Password", wrong)
            : SignInMethod.Password;
    }

    /// <summary>A new sheet of recovery codes; those of an earlier sheet stop working.</summary>
    /// <param name="code">The second step, asked again.</param>
    public async Task<Result<IReadOnlyList<string>>> PrintCodesAsync(Actor actor, string? code, string? passkey, CancellationToken cancellationToken)
    {
        var proof = await ProveAsync(actor, code, passkey, cancellationToken);
        if (proof is not Result<string>.Done || await AccountAsync(actor, cancellationToken) is not { } account)
        {
            return proof.Match<Result<IReadOnlyList<string>>>(_ => Result.NotFound, errors => Result.Invalid(errors), () => Result.NotFound);
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await told.AddAsync(AccessAct.SecondFactorChanged, actor.StaffId, what: "a new sheet of recovery codes was made");
        return await NewCodesAsync(db, account.Id, cancellationToken);
    }

    /// <summary>Takes the app away, for a new phone or because it is no longer wanted.</summary>
    /// <param name="code">The second step, asked again.</param>
    public async Task<Result<Unit>> RemoveAppAsync(Actor actor, string? code, string? passkey, CancellationToken cancellationToken)
    {
        var proof = await ProveAsync(actor, code, passkey, cancellationToken);
        if (proof is not Result<string>.Done || await AccountAsync(actor, cancellationToken) is not { } account)
        {
            return proof.Match<Result<Unit>>(_ => Result.NotFound, errors => Result.Invalid(errors), () => Result.NotFound);
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.Set<AuthenticatorApp>().Where(app => app.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        if ((await accounts.GetPasskeysAsync(account)).Count == 0)
        {
            await db.Set<RecoveryCode>().Where(row => row.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        }

        await told.AddAsync(AccessAct.SecondFactorChanged, actor.StaffId, what: "the authenticator app was taken away");
        return Result.Done;
    }

    /// <summary>
    /// Takes everything away that stands behind a password, inside the write that records it: the person sets it up again at the next sign-in.
    /// </summary>
    public static async Task ClearAsync(InductionDb db, Guid accountId, CancellationToken cancellationToken)
    {
        await db.Set<AuthenticatorApp>().Where(app => app.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<RecoveryCode>().Where(code => code.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<IdentityUserPasskey<Guid>>().Where(passkey => passkey.UserId == accountId).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<bool> MaySetUpAsync(Actor actor, CancellationToken cancellationToken) =>
        !KioskDevice.IsSession(actor) && Permissions.MayKeepOwnKeys(actor) && (await OwedAsync(actor, cancellationToken) is not { IsSetUp: true });

    private async Task<Account?> AccountAsync(Actor actor, CancellationToken cancellationToken) =>
        await accounts.Users.SingleOrDefaultAsync(account => account.StaffId == actor.StaffId, cancellationToken);

    private async Task<byte[]?> SecretAsync(Guid accountId, bool isConfirmed, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var kept = await db.Set<AuthenticatorApp>()
            .Where(app => app.AccountId == accountId && (app.LastStep != null) == isConfirmed)
            .Select(app => app.Secret)
            .SingleOrDefaultAsync(cancellationToken);
        try
        {
            return kept is null ? null : Convert.FromBase64String(protector.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            // The server's keys are new: no code can be right, and recovery codes still are.
            return null;
        }
    }

    /// <summary>Of many requests with the same code exactly one takes it.</summary>
    private static async Task<bool> TakeStepAsync(InductionDb db, Guid accountId, long step, CancellationToken cancellationToken) =>
        await db.Set<AuthenticatorApp>()
            .Where(app => app.AccountId == accountId && (app.LastStep == null || app.LastStep < step))
            .ExecuteUpdateAsync(set => set.SetProperty(app => app.LastStep, step), cancellationToken) == 1;

    private static async Task<bool> UseCodeAsync(InductionDb db, Guid accountId, string? typed, CancellationToken cancellationToken)
    {
        var plain = Plain(typed);
        var hash = Hash(accountId, plain);
        return plain.Length == GroupLength * Groups
            && await db.Set<RecoveryCode>().Where(code => code.AccountId == accountId && code.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    private static async Task<Result<IReadOnlyList<string>>> NewCodesAsync(InductionDb db, Guid accountId, CancellationToken cancellationToken)
    {
        List<string> codes =
        [
            .. Enumerable
                .Range(0, CodesOnASheet)
                .Select(_ => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)))),
        ];
        await db.Set<RecoveryCode>().Where(code => code.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        db.AddRange(codes.Select(code => new RecoveryCode(Hash(accountId, Plain(code)), accountId)));
        await db.SaveChangesAsync(cancellationToken);
        return codes;
    }

    private static string Digits(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiDigit).Take(7));

    private static string Plain(string? typed) =>
        string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit).Take((GroupLength * Groups) + 1)).ToUpperInvariant();

    private static string Hash(Guid account, string code) => Sha256Hex.Compute($"{account}/{code}");
}
