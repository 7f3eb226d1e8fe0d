using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Features.Declaring;

/// <summary>Records that somebody has something to discuss, outside a signature: situations change.</summary>
public sealed class RaiseDeclaration(EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>False when the actor is nobody who signs here.</returns>
    /// <remarks>While one waits to be discussed, another adds nothing.</remarks>
    public Task<bool> ExecuteAsync(Actor actor, CancellationToken cancellationToken) =>
        evidence.WriteAsync(
            async (db, log) =>
            {
                if (!Permissions.MayRead(actor) || !await db.People.AnyAsync(person => person.Id == actor.StaffId, cancellationToken))
                {
                    return false;
                }

                if (!await db.Declarations.AnyAsync(row => row.StaffId == actor.StaffId && !db.DeclarationDecisions.Any(decision => decision.DeclarationId == row.Id), cancellationToken))
                {
                    log.Record(new Declaration(Guid.NewGuid(), Seal.ToWholeMilliseconds(clock.GetUtcNow()), actor.StaffId, Declaration.ReadersOf(actor)));
                }

                return true;
            },
            cancellationToken);
}
