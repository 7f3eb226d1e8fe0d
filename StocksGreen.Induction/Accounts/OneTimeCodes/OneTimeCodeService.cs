using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Accounts.OneTimeCodes;

/// <summary>Makes and checks the short codes with which people sign in at the school's own device, or show again that it is they.</summary>
public sealed class OneTimeCodeService(AccountService keeper, IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>How long a code is good for: a school morning.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromHours(4);

    private const int Digits = 6;

    /// <summary>A new code for a person; an earlier one stops working. Someone without an account gets one that only codes open.</summary>
    /// <param name="life">How long it is good for.</param>
    /// <param name="given">The record of who makes it for the person; null where no one else does.</param>
    /// <returns>The code; it is kept nowhere. Null when an account could not be made.</returns>
    public async Task<string?> IssueAsync(StaffId person, TimeSpan life, Guid? given, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var accountId = await AccountOfAsync(db, person, cancellationToken);
        if (accountId is null)
        {
            if (await keeper.CreateAsync(person, AccountService.WithoutEmail(person), AccessRoles.Staff, password: null) is [_, ..])
            {
                return null;
            }

            accountId = await AccountOfAsync(db, person, cancellationToken);
        }

        var code = RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        await db.SignInCodes.Where(row => row.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        db.SignInCodes.Add(new SignInCode(accountId!.Value, Hash(accountId.Value, code), clock.GetUtcNow() + life, given));
        await db.SaveChangesAsync(cancellationToken);
        return code;
    }

    /// <summary>Uses a code up. Of many requests with the same code exactly one succeeds. How often it is guessed is bounded by who asks.</summary>
    /// <returns>The record of who made it, if someone else did; null when the code is wrong, used or too old.</returns>
    internal async Task<UsedCode?> UseAsync(StaffId person, string? typed, CancellationToken cancellationToken)
    {
        var code = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await AccountOfAsync(db, person, cancellationToken) is not { } accountId)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var hash = Hash(accountId, code);
        var given = await db
            .SignInCodes.Where(row => row.AccountId == accountId && row.Hash == hash)
            .Select(row => row.GivenId)
            .SingleOrDefaultAsync(cancellationToken);
        var used =
            code.Length == Digits
            && await db.SignInCodes.Where(row => row.AccountId == accountId && row.ExpiresAt > now && row.Hash == hash).ExecuteDeleteAsync(cancellationToken)
                == 1;
        return used ? new UsedCode(given) : null;
    }

    /// <param name="Given">The record of who made it; null where no one else did.</param>
    internal sealed record UsedCode(Guid? Given);

    private static Task<Guid?> AccountOfAsync(InductionDb db, StaffId person, CancellationToken cancellationToken) =>
        db.Users.Where(account => account.StaffId == person).Select(account => (Guid?)account.Id).SingleOrDefaultAsync(cancellationToken);

    private static string Hash(Guid account, string code) => Sha256Hex.Compute($"{account}/{code}");
}
