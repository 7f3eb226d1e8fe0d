using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Staff.SignIns;

/// <summary>Makes a one-time link that the office hands to a person who cannot sign in, and records that it did.</summary>
public sealed class IssueSignInLink(
    AccountService accounts,
    EvidenceWriter evidence,
    IDbContextFactory<InductionDb> factory,
    AccessLog told,
    TimeProvider clock
)
{
    /// <returns>The secret of the link; not found when the actor may not, or the person has no account.</returns>
    public Task<Result<string>> ExecuteAsync(Actor actor, StaffId person, CancellationToken cancellationToken) =>
        MakeAsync(actor, person, cancellationToken).ToldAsync(told, AccessAct.LinkMade, actor, person);

    private async Task<Result<string>> MakeAsync(Actor actor, StaffId person, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return
            await db.Users.AnyAsync(account => account.StaffId == person, cancellationToken)
            && await evidence.GiveAsync(actor, person, SignInWay.Link, clock, cancellationToken) is { Id: var given }
            && await accounts.IssueLinkAsync(person, cancellationToken, given) is { } secret
            ? secret
            : Result.NotFound;
    }
}
