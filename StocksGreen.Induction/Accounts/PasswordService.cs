using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Accounts;

/// <summary>Sets the password of the person who is signed in. Who came in by a one-time link has just proved who they are and needs no earlier one.</summary>
public sealed class PasswordService(UserManager<Account> accounts, SignInManager<Account> signIn, AccessLog told)
{
    /// <returns>Whether the present password must be given, and the e-mail for the browser's password store.</returns>
    public async Task<(bool NeedsCurrent, string? Email)> AskAsync(ClaimsPrincipal person)
    {
        var account = await FindAsync(person);
        return (await NeedsCurrentAsync(person, account), account.Email);
    }

    /// <remarks>Sessions elsewhere end.</remarks>
    public async Task<Result<Unit>> ChangeAsync(ClaimsPrincipal person, string current, string chosen)
    {
        var account = await FindAsync(person);
        foreach (var validator in accounts.PasswordValidators)
        {
            if (await validator.ValidateAsync(accounts, account, chosen) is { Succeeded: false } refused)
            {
                return Result.Invalid([.. refused.Errors.Select(error => new ValidationError("New", error.Description))]);
            }
        }

        if (await RefuseAsync(person, account, current) is { } wrong)
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

        // This session goes on, with the proof of identity that opened it.
        await signIn.SignInWithClaimsAsync(
            account,
            isPersistent: false,
            person.Claims.Where(claim => claim.Type is SessionClaims.Method or SessionClaims.ProvedAt or SessionClaims.Session)
        );
        await told.AddAsync(AccessAct.PasswordChanged, account.StaffId);
        return Result.Done;
    }

    /// <summary>Asks for the present password where there is one and the session does not stand for it.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    internal async Task<ValidationError?> RefuseAsync(ClaimsPrincipal person, Account account, string current)
    {
        if (!await NeedsCurrentAsync(person, account))
        {
            return null;
        }

        var check = await signIn.CheckPasswordSignInAsync(account, current, lockoutOnFailure: true);
        if (!check.Succeeded)
        {
            await told.AddAsync(AccessAct.SignInRefused, account.StaffId, account.StaffId, "wrong password, when asked again");
        }

        return check.Succeeded
            ? null
            : new ValidationError("Current", check.IsLockedOut ? "Too many wrong tries. Wait 15 minutes." : "That is not your present password.");
    }

    private async Task<bool> NeedsCurrentAsync(ClaimsPrincipal person, Account account) =>
        await accounts.HasPasswordAsync(account) && person.FindFirstValue(SessionClaims.Method) != SignInMethod.OneTimeLink;

    private async Task<Account> FindAsync(ClaimsPrincipal person) =>
        await accounts.GetUserAsync(person) ?? throw new InvalidOperationException("The account of this session is gone.");
}
