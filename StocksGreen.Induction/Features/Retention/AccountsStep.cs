using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Retention;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>Accounts of those who have left, with all that opens them. Someone who comes back gets a new one.</summary>
internal sealed class AccountsStep : IRetentionStep
{
    public async Task<IReadOnlyList<ComingDeletion>> ComingAsync(InductionDb db, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var before = LondonTime.DateIn(until).AddDays(-RetentionRules.AccountDays);
        var today = LondonTime.DateIn(now);
        return
        [
            .. (
                await db
                    .People.Where(person => person.EndsOn < before && db.Users.Any(account => account.StaffId == person.Id))
                    .Select(person => new { person.FullName, person.EndsOn })
                    .ToListAsync(cancellationToken)
            )
                .GroupBy(person => person.EndsOn!.Value.AddDays(RetentionRules.AccountDays + 1) is var day && day > today ? day : today)
                .OrderBy(day => day.Key)
                .Select(day => new ComingDeletion(
                    day.Key,
                    RetentionRules.Accounts,
                    "Accounts",
                    day.Count(),
                    [.. day.Select(person => person.FullName).Order(StringComparer.CurrentCultureIgnoreCase)]
                )),
        ];
    }

    public async Task DeleteSomeAsync(Purge purge, int most, CancellationToken cancellationToken)
    {
        var db = purge.Db;
        var before = LondonTime.DateIn(purge.Now).AddDays(-RetentionRules.AccountDays);
        var accounts = await db
            .Users.Where(account => db.People.Any(person => person.Id == account.StaffId && person.EndsOn < before))
            .OrderBy(account => account.Id)
            .Select(account => account.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
        Count("SignInLinks", await db.SignInLinks.Where(row => accounts.Contains(row.AccountId)).ExecuteDeleteAsync(cancellationToken));
        Count("SignInCodes", await db.SignInCodes.Where(row => accounts.Contains(row.AccountId)).ExecuteDeleteAsync(cancellationToken));
        var people = await db.Users.Where(account => accounts.Contains(account.Id)).Select(account => account.StaffId).ToListAsync(cancellationToken);
        Count("Sessions", await db.Sessions.Where(row => accounts.Contains(row.AccountId)).ExecuteDeleteAsync(cancellationToken));
        Count("SavedViews", await db.SavedViews.Where(row => people.Contains(row.StaffId)).ExecuteDeleteAsync(cancellationToken));
        Count("Passkeys", await db.Set<IdentityUserPasskey<Guid>>().Where(row => accounts.Contains(row.UserId)).ExecuteDeleteAsync(cancellationToken));
        Count("AuthenticatorApps", await db.Set<AuthenticatorApp>().Where(row => accounts.Contains(row.AccountId)).ExecuteDeleteAsync(cancellationToken));
        Count("RecoveryCodes", await db.Set<RecoveryCode>().Where(row => accounts.Contains(row.AccountId)).ExecuteDeleteAsync(cancellationToken));
        await db.UserClaims.Where(row => accounts.Contains(row.UserId)).ExecuteDeleteAsync(cancellationToken);
        await db.UserLogins.Where(row => accounts.Contains(row.UserId)).ExecuteDeleteAsync(cancellationToken);
        await db.UserTokens.Where(row => accounts.Contains(row.UserId)).ExecuteDeleteAsync(cancellationToken);
        Count("Accounts", await db.Users.Where(account => accounts.Contains(account.Id)).ExecuteDeleteAsync(cancellationToken));

        void Count(string kind, int rows) => purge.Count(RetentionRules.Accounts, kind, rows);
    }
}
