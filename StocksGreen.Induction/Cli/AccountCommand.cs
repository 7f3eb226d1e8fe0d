using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;

namespace StocksGreen.Induction.Cli;

/// <summary><c>account link EMAIL</c>: a one-time link for someone whom no one else can let in, such as a headteacher who has lost the password.</summary>
internal sealed class AccountCommand(CommandLine.Wiring wire)
{
    internal Command Build()
    {
        var email = new Argument<string>("email") { Description = "The e-mail address of the account." };
        var data = StoreOption.Create();
        var link = new Command("link", "Print a one-time link that signs this person in. It works for seven days.") { email, data };
        link.SetAction((parsed, cancellationToken) => LinkAsync(parsed.GetRequiredValue(email), parsed.GetValue(data), cancellationToken));
        return new Command("account", "Let people in.") { link };
    }

    private async Task<int> LinkAsync(string email, string? folder, CancellationToken cancellationToken)
    {
        await using var services = StoreOption.Open(wire, folder, mayWrite: true);
        await using var scope = services.CreateAsyncScope();
        var normalised = email.Trim().ToUpperInvariant();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedEmail == normalised, cancellationToken);
        if (
            account is null
            || await scope.ServiceProvider.GetRequiredService<AccountService>().IssueLinkAsync(account.StaffId, cancellationToken) is not { } secret
        )
        {
            return CommandLine.Refuse($"Nobody has an account with the e-mail {email}.");
        }

        await scope.ServiceProvider.GetRequiredService<AccessLog>().AddAsync(AccessAct.LinkMade, by: null, account.StaffId, "by the command account link");
        Console.WriteLine($"Put the address of your server before it: {Components.Urls.SignInLink(secret)}");
        return 0;
    }
}
