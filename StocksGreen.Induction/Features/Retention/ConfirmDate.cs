using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>Says that the date is right although retention has not run for long, so that deleting goes on.</summary>
public sealed class ConfirmDate(IDbContextFactory<InductionDb> factory, AccessLog told, TimeProvider clock)
{
    public Task<Result<Unit>> ExecuteAsync(Actor actor, CancellationToken cancellationToken) =>
        ConfirmAsync(actor, cancellationToken).ToldAsync(told, AccessAct.RetentionConfirmed, actor);

    private async Task<Result<Unit>> ConfirmAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepPrivacy(actor))
        {
            return Result.NotFound;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        db.RetentionRuns.Add(new RetentionRun(EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()), rows: 0, actor.StaffId));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }
}
