using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Answering;

/// <summary>Records what the school did about a request for another way.</summary>
public sealed class RecordAdjustment(EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>What is wrong; nothing when it was recorded; null when there is no such request for the actor.</returns>
    public Task<IReadOnlyList<Refusal>?> ExecuteAsync(Actor actor, Guid request, string? what, CancellationToken cancellationToken) =>
        evidence.WriteAsync<IReadOnlyList<Refusal>?>(
            async (db, log) =>
            {
                if (!Permissions.MayKeepInduction(actor) || !await db.AdjustmentRequests.AnyAsync(row => row.Id == request, cancellationToken))
                {
                    return null;
                }

                var words = FreeText.Clean(what);
                if (FreeText.Refusals($"made-{request}", words, "Say what was done, in a few words.", ReaderQuestion.LongestText).ToList() is [_, ..] refusals)
                {
                    return refusals;
                }

                if (!await db.AdjustmentsMade.AnyAsync(row => row.RequestId == request && row.What == words, cancellationToken))
                {
                    log.Record(new AdjustmentMade(Guid.NewGuid(), Seal.ToWholeMilliseconds(clock.GetUtcNow()), request, words, actor.StaffId, actor.FullName));
                }

                return [];
            },
            cancellationToken);
}
