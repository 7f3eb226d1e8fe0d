using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.DueDates;

/// <summary>Ends an exemption before its time. The person is asked again, with as long as a new starter has.</summary>
public sealed class EndExemption(EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>Not found when the actor may not, or there is no such exemption to end.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, Guid exemption, string? reason, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var today = LondonTime.DateIn(now);
                if (
                    !Permissions.MayExempt(actor)
                    || !await db.Exemptions.AnyAsync(row => row.Id == exemption && (row.Until == null || row.Until >= today), cancellationToken)
                    || await db.ExemptionEnds.AnyAsync(row => row.ExemptionId == exemption, cancellationToken)
                )
                {
                    return Result.NotFound;
                }

                var words = FreeText.Clean(reason);
                if (FreeText.Errors("Reason", words, "Say why, so that it can be understood next year.", ExtendDue.LongestReason).ToList() is [_, ..] errors)
                {
                    return Result.Invalid(errors);
                }

                log.Record(new ExemptionEnd(Guid.NewGuid(), now, exemption, words, actor.StaffId, actor.FullName));
                return Result.Done;
            },
            cancellationToken
        );
}
