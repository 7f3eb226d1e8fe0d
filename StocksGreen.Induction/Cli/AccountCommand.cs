using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.SecondStep;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

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
        var reset = new Command("reset-second-step", "Let this person set a second step up again: their app, passkeys and recovery codes are lost.")
        {
            email,
            data,
        };
        reset.SetAction((parsed, cancellationToken) => ResetAsync(parsed.GetRequiredValue(email), parsed.GetValue(data), cancellationToken));
        return new Command("account", "Let people in.") { link, reset };
    }

    private async Task<int> ResetAsync(string email, string? folder, CancellationToken cancellationToken)
    {
        await using var services = StoreOption.Open(wire, folder, mayWrite: true);
        await using var scope = services.CreateAsyncScope();
        var normalised = email.Trim().ToUpperInvariant();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var whose = await scope
            .ServiceProvider.GetRequiredService<EvidenceWriter>()
            .WriteAsync<StaffId?>(
                async (db, log) =>
                {
                    if (await db.Users.SingleOrDefaultAsync(row => row.NormalizedEmail == normalised, cancellationToken) is not { } account)
                    {
                        return null;
                    }

                    await SecondStepService.ClearAsync(db, account.Id, cancellationToken);
                    account.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
                    var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                    log.Record(
                        new AccessChanged(
                            Guid.NewGuid(),
                            now,
                            account.StaffId,
                            AccessChangeKind.SecondStepReset,
                            AccessRoles.None,
                            null,
                            null,
                            null,
                            "the command line",
                            "use of the server"
                        )
                    );
                    return account.StaffId;
                },
                cancellationToken
            );
        if (whose is null)
        {
            return CommandLine.Refuse($"Nobody has an account with the e-mail {email}.");
        }

        await scope.ServiceProvider.GetRequiredService<AccessLog>().AddAsync(AccessAct.SecondFactorChanged, by: null, whose, "by the command line");
        Console.WriteLine($"{email} sets a second step up again at the next sign-in.");
        return 0;
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
