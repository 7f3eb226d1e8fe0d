using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Questions;

/// <summary>Records what the school did about a request for another way.</summary>
public sealed class RecordAdjustment(EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>Not found when there is no such request for the actor.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, Guid request, string? what, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                if (!Permissions.MayKeepInduction(actor) || !await db.AdjustmentRequests.AnyAsync(row => row.Id == request, cancellationToken))
                {
                    return Result.NotFound;
                }

                var words = FreeText.Clean(what);
                if (
                    FreeText.Errors($"Adjustments[{request}]", words, "Say what was done, in a few words.", ReaderQuestion.LongestText).ToList()
                    is [_, ..] errors
                )
                {
                    return Result.Invalid(errors);
                }

                if (!await db.AdjustmentsMade.AnyAsync(row => row.RequestId == request && row.What == words, cancellationToken))
                {
                    log.Record(
                        new AdjustmentMade(Guid.NewGuid(), EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()), request, words, actor.StaffId, actor.FullName)
                    );
                }

                return Result.Done;
            },
            cancellationToken
        );
}
