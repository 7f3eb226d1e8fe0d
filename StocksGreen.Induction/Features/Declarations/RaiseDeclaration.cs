using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Declarations;

/// <summary>Records that someone has something to discuss, outside a signature: situations change.</summary>
public sealed class RaiseDeclaration(EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>Not found when the actor is no one who signs here.</returns>
    /// <remarks>While one waits to be discussed, another adds nothing.</remarks>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                if (
                    !Permissions.MayRead(actor)
                    || !Permissions.MayOpenOwnDeclarations(actor)
                    || !await db.People.AnyAsync(person => person.Id == actor.StaffId, cancellationToken)
                )
                {
                    return Result.NotFound;
                }

                if (
                    !await db.Declarations.AnyAsync(
                        row => row.StaffId == actor.StaffId && !db.DeclarationDecisions.Any(decision => decision.DeclarationId == row.Id),
                        cancellationToken
                    )
                )
                {
                    log.Record(
                        new Declaration(Guid.NewGuid(), EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()), actor.StaffId, Declaration.ReadersOf(actor))
                    );
                }

                return Result.Done;
            },
            cancellationToken
        );
}
