using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Staffing.Requirements;

/// <summary>Ends an exemption before its time. The person is asked again, with as long as a new starter has.</summary>
public sealed class EndExemption(EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>Every reason why not; empty when it is done. Null when the actor may not, or there is no such exemption to end.</returns>
    public Task<IReadOnlyList<Refusal>?> ExecuteAsync(Actor actor, Guid exemption, string? reason, CancellationToken cancellationToken) => evidence.WriteAsync(
        async (db, log) =>
        {
            var now = Seal.ToWholeMilliseconds(clock.GetUtcNow());
            var today = LondonTime.DateIn(now);
            if (!Permissions.MayExempt(actor)
                || !await db.Exemptions.AnyAsync(row => row.Id == exemption && (row.Until == null || row.Until >= today), cancellationToken)
                || await db.ExemptionEnds.AnyAsync(row => row.ExemptionId == exemption, cancellationToken))
            {
                return (IReadOnlyList<Refusal>?)null;
            }

            var words = FreeText.Clean(reason);
            List<Refusal> refusals = [.. FreeText.Refusals("reason", words, "Say why, so that it can be understood next year.", ExtendDue.LongestReason)];
            if (refusals.Count == 0)
            {
                log.Record(new ExemptionEnd(Guid.NewGuid(), now, exemption, words, actor.StaffId, actor.FullName));
            }

            return refusals;
        },
        cancellationToken);
}
