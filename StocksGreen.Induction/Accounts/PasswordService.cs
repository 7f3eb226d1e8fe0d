using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Kiosk;
using StocksGreen.Induction.Accounts.Passwords;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Accounts;

/// <summary>
/// Sets the password of the person who is signed in. Who came in by a one-time link that only they could have has just proved who they are and needs no earlier
/// one; who came in by what someone else made sets a first password and changes none.
/// </summary>
public sealed class PasswordService(UserManager<Account> accounts, PasswordCheck passwords, UserSessions sessions, AccessLog told, IHttpContextAccessor request)
{
    /// <returns>Whether the present password must be given, whether it may be set at all, and the e-mail for the browser's password store.</returns>
    public async Task<(bool NeedsCurrent, bool MaySet, string? Email)> AskAsync(Actor actor)
    {
        var account = await FindAsync(actor);
        return (NeedsCurrent(actor, account), MaySet(actor, account), account.Email);
    }

    /// <remarks>Sessions elsewhere end.</remarks>
    public async Task<Result<Unit>> ChangeAsync(Actor actor, string current, string chosen)
    {
        var account = await FindAsync(actor);
        if (KioskDevice.IsSession(actor) || !MaySet(actor, account))
        {
            return Result.NotFound;
        }

        foreach (var validator in accounts.PasswordValidators)
        {
            if (await validator.ValidateAsync(accounts, account, chosen) is { Succeeded: false } refused)
            {
                return Result.Invalid([.. refused.Errors.Select(error => new ValidationError("New", error.Description))]);
            }
        }

        if (await RefuseAsync(actor, account, current) is { } wrong)
        {
            return Result.Invalid([wrong]);
        }

        // The hash and the stamp that ends other sessions are written together.
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, chosen);
        var changed = await accounts.UpdateSecurityStampAsync(account);
        if (!changed.Succeeded)
        {
            return Result.Invalid([.. changed.Errors.Select(error => new ValidationError("New", error.Description))]);
        }

        if (request.HttpContext is { } context)
        {
            await sessions.GoOnAsync(context, account.SecurityStamp!);
        }

        await told.AddAsync(AccessAct.PasswordChanged, account.StaffId);
        return Result.Done;
    }

    /// <summary>Asks for the present password where there is one and the session does not stand for it.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    internal async Task<ValidationError?> RefuseAsync(Actor actor, Account account, string current)
    {
        return NeedsCurrent(actor, account) && await RefuseOwnAsync(actor, account, current) is { } sentence ? new ValidationError("Current", sentence) : null;
    }

    /// <summary>Asks for the password, whatever the session stands for.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    internal async Task<string?> RefuseOwnAsync(Actor actor, Account account, string current)
    {
        switch (await passwords.AgainAsync(actor, account, current))
        {
            case null:
                return "Too many wrong tries. Wait some minutes, then try again.";
            case true:
                return null;
            case false:
                await told.AddAsync(AccessAct.SignInRefused, account.StaffId, account.StaffId, "wrong password, when asked again");
                return "That is not your present password.";
        }
    }

    private static bool NeedsCurrent(Actor actor, Account account) =>
        account.PasswordHash is not null && !(SignInMethod.IsLink(actor.Proof.Method) && actor.Proof.IsOwn);

    private static bool MaySet(Actor actor, Account account) => account.PasswordHash is null || Permissions.MayKeepOwnKeys(actor);

    private async Task<Account> FindAsync(Actor actor) =>
        await accounts.Users.SingleOrDefaultAsync(account => account.StaffId == actor.StaffId)
        ?? throw new InvalidOperationException("The account of this session is gone.");
}
