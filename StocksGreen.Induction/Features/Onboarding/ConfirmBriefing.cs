using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Onboarding;

/// <summary>Records what the person who was briefed says of a talk.</summary>
public sealed class ConfirmBriefing(EvidenceWriter evidence, TimeProvider clock)
{
    /// <summary>The words that are confirmed.</summary>
    public static string Statement(Briefing briefing, bool tookPlace) =>
        tookPlace
            ? $"{briefing.BriefedByName} talked me through “{briefing.Title}” on {LondonTime.ToWords(briefing.HeldOn)}: "
                + $"{string.Join(", ", briefing.Topics)}. I could ask what I did not understand."
            : $"The talk on “{briefing.Title}” of {LondonTime.ToWords(briefing.HeldOn)} did not take place as it is recorded.";

    /// <returns>Not found when there is no such talk with the actor.</returns>
    /// <remarks>The first answer stands: a talk that did take place after all is recorded again by the person who holds it.</remarks>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, Guid briefing, bool tookPlace, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                if (
                    !Permissions.MayRead(actor)
                    || await db.Briefings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == briefing && row.StaffId == actor.StaffId, cancellationToken)
                        is not { } held
                )
                {
                    return Result.NotFound;
                }

                if (!await db.BriefingConfirmations.AnyAsync(row => row.BriefingId == briefing, cancellationToken))
                {
                    log.Record(
                        new BriefingConfirmation(
                            Guid.NewGuid(),
                            EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()),
                            briefing,
                            actor.StaffId,
                            tookPlace,
                            Statement(held, tookPlace)
                        )
                    );
                }

                return Result.Done;
            },
            cancellationToken
        );
}
