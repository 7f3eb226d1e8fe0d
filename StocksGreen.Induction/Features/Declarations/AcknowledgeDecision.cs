using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Declarations;

/// <summary>Records that the person who declared has read the decision and the advice.</summary>
public sealed class AcknowledgeDecision(EvidenceWriter evidence, TimeProvider clock)
{
    /// <summary>The words that are acknowledged.</summary>
    public const string Statement = "I have read the decision and the advice, and I know what is expected of me.";

    /// <returns>Not found when there is no such decision on a declaration of the actor's own.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, Guid decision, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                if (
                    !Permissions.MayOpenOwnDeclarations(actor)
                    || !await db.DeclarationDecisions.AnyAsync(
                        row => row.Id == decision && db.Declarations.Any(own => own.Id == row.DeclarationId && own.StaffId == actor.StaffId),
                        cancellationToken
                    )
                )
                {
                    return Result.NotFound;
                }

                if (!await db.DeclarationAcknowledgements.AnyAsync(row => row.DecisionId == decision, cancellationToken))
                {
                    log.Record(
                        new DeclarationAcknowledgement(Guid.NewGuid(), EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()), decision, actor.StaffId, Statement)
                    );
                }

                return Result.Done;
            },
            cancellationToken
        );
}
