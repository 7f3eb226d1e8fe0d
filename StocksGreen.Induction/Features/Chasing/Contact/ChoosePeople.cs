using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Chasing.Contact;

/// <summary>Keeps whom someone chose on the list, while they look at what each of them would get.</summary>
public sealed class ChoosePeople(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>Id of the choice; not found when the actor may not.</returns>
    public async Task<Result<Guid>> ExecuteAsync(Actor actor, IReadOnlyCollection<StaffId> people, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor))
        {
            return Result.NotFound;
        }

        var now = clock.GetUtcNow();
        var old = now - ChaseSelection.KeptFor;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.ChaseSelections.Where(selection => selection.At < old).ExecuteDeleteAsync(cancellationToken);
        var chosen = new ChaseSelection(Guid.NewGuid(), actor.StaffId, now, [.. people.Distinct()]);
        db.ChaseSelections.Add(chosen);
        await db.SaveChangesAsync(cancellationToken);
        return chosen.Id;
    }
}
