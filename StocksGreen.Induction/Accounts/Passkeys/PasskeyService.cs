using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Accounts.Passkeys;

/// <summary>
/// Adds, lists and takes away the passkeys of the person who is signed in, and tells whose passkey was shown. Never at the school's own device: that belongs to
/// no one.
/// </summary>
public sealed class PasskeyService(SignInManager<Account> signIn, UserManager<Account> accounts, PasswordService passwords, AccessLog told)
{
    /// <summary>Longest name of a passkey, in characters.</summary>
    public const int LongestName = 60;

    /// <summary>No one has more devices.</summary>
    public const int Most = 10;

    /// <returns>The passkeys of a person, in the order in which they were added.</returns>
    public async Task<IReadOnlyList<KnownPasskey>> ListAsync(Actor person) =>
        [
            .. (await accounts.GetPasskeysAsync(await FindAsync(person)))
                .OrderBy(passkey => passkey.CreatedAt)
                .Select(passkey => new KnownPasskey(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "", passkey.CreatedAt)),
        ];

    /// <summary>
    /// What a browser needs to make a passkey. Anyone who has a password gives it first, so that no one adds a key of theirs to a session that was left open.
    /// </summary>
    /// <returns>JSON for the browser.</returns>
    public async Task<Result<string>> BeginAddingAsync(Actor person, string current)
    {
        if (!Permissions.MayKeepOwnKeys(person))
        {
            return Result.NotFound;
        }

        var account = await FindAsync(person);
        if (await passwords.RefuseAsync(person, account, current) is { } error)
        {
            return Result.Invalid([error]);
        }

        if ((await accounts.GetPasskeysAsync(account)).Count >= Most)
        {
            return Result.Invalid("Passkey", $"You have {Most} passkeys. Take one away first.");
        }

        var name = account.Email ?? account.Id.ToString();
        return await signIn.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = account.Id.ToString(),
                Name = name,
                DisplayName = person.FullName,
            }
        );
    }

    /// <param name="credential">What the browser made, as JSON.</param>
    /// <param name="name">What the person calls it: "My phone".</param>
    public async Task<Result<Unit>> AddAsync(Actor person, string? credential, string? name)
    {
        if (!Permissions.MayKeepOwnKeys(person))
        {
            return Result.NotFound;
        }

        var called = FreeText.Clean(name);
        if (called.Length is 0 or > LongestName || PlainLine.HasUnseen(called))
        {
            return Result.Invalid("Name", $"Give it a name of at most {LongestName} characters, such as “My phone”.");
        }

        var account = await FindAsync(person);
        if (string.IsNullOrEmpty(credential) || await AttestedAsync(credential) is not { } made || made.UserEntity?.Id != account.Id.ToString())
        {
            return Result.Invalid("Passkey", "The passkey was not made. Try again; your password works as before.");
        }

        made.Passkey!.Name = called;
        if (!(await accounts.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded)
        {
            return Result.Invalid("Passkey", "The passkey could not be kept. Try again.");
        }

        await told.AddAsync(AccessAct.PasskeyAdded, account.StaffId);
        return Result.Done;
    }

    /// <summary>Takes a passkey away, of whoever shows that they are its owner: a session left open is not enough.</summary>
    /// <param name="id">As in <see cref="KnownPasskey"/>; one that is no one's, or someone else's, changes nothing.</param>
    /// <param name="current">The password.</param>
    /// <param name="credential">A passkey that was shown in its place, as JSON.</param>
    public async Task<Result<Unit>> RemoveAsync(Actor person, string? id, string? current, string? credential)
    {
        if (!Permissions.MayKeepOwnKeys(person))
        {
            return Result.NotFound;
        }

        var account = await FindAsync(person);
        var isShown = !string.IsNullOrEmpty(credential) && await OwnerAsync(credential) is { } owner && owner.Id == account.Id;
        if (!isShown && await passwords.RefuseOwnAsync(person, account, current ?? "") is { } wrong)
        {
            return Result.Invalid("Removal", wrong);
        }

        if (Base64Url.IsValid(id))
        {
            await accounts.RemovePasskeyAsync(account, Base64Url.DecodeFromChars(id));
            await told.AddAsync(AccessAct.PasskeyRemoved, account.StaffId);
        }

        return Result.Done;
    }

    /// <summary>What a browser needs to show a passkey.</summary>
    /// <param name="person">Whose; null for the person who signs in.</param>
    public async Task<string> BeginShowingAsync(Actor? person) => await signIn.MakePasskeyRequestOptionsAsync(person is null ? null : await FindAsync(person));

    /// <returns>The account whose passkey was shown; null when it was not. A challenge is good for one answer.</returns>
    internal async Task<Account?> OwnerAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential))
        {
            return null;
        }

        try
        {
            if (await signIn.PerformPasskeyAssertionAsync(credential) is not { Succeeded: true } shown)
            {
                return null;
            }

            // The count of uses moves on, so that a copied key is found out.
            await accounts.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
            return shown.User;
        }
        catch (InvalidOperationException)
        {
            // Nothing was asked for in this browser, or the challenge has been used.
            return null;
        }
    }

    private async Task<PasskeyAttestationResult?> AttestedAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential) is { Succeeded: true } made ? made : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<Account> FindAsync(Actor person) =>
        await accounts.Users.SingleOrDefaultAsync(account => account.StaffId == person.StaffId)
        ?? throw new InvalidOperationException("The account of this session is gone.");
}
