using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Keeping.Correcting;

/// <summary>States that the record of a signature is wrong. Nothing is edited or deleted: the correction stands beside it, on every paper too.</summary>
public sealed class CorrectSignature(EvidenceWriter evidence, TimeProvider clock)
{
    /// <remarks>The same form sent twice, by a second tap, is one correction.</remarks>
    /// <param name="what">What is wrong, and what is right.</param>
    /// <returns>What is missing; nothing when it was recorded; null when the actor may not, or there is no such signature.</returns>
    public Task<IReadOnlyList<Refusal>?> ExecuteAsync(Actor actor, AttestationId id, CorrectionKind? does, string? what, string? reason, CancellationToken cancellationToken) =>
        evidence.WriteAsync<IReadOnlyList<Refusal>?>(
            async (db, log) =>
            {
                if (!Permissions.MayCorrect(actor, CorrectionKind.Amends) || !await db.Attestations.AnyAsync(row => row.Id == id, cancellationToken))
                {
                    return null;
                }

                var (wrong, why) = (FreeText.Clean(what), FreeText.Clean(reason));
                if (await db.Corrections.AnyAsync(row => row.AttestationId == id && row.Does == does && row.What == wrong && row.Reason == why, cancellationToken))
                {
                    return [];
                }

                List<Refusal> refusals = [];
                if (does is not { } kind || !Enum.IsDefined(kind))
                {
                    refusals.Add(new Refusal("does", "Choose what the correction does."));
                }
                else if (!Permissions.MayCorrect(actor, kind))
                {
                    refusals.Add(new Refusal("does", "Only the headteacher withdraws a signature."));
                }
                else if (kind is CorrectionKind.Withdraws && await db.Corrections.AnyAsync(row => row.AttestationId == id && row.Does == CorrectionKind.Withdraws, cancellationToken))
                {
                    refusals.Add(new Refusal("does", "This signature was withdrawn already."));
                }

                refusals.AddRange(FreeText.Refusals("what", wrong, "Say what is wrong, and what is right.", Correction.LongestText));
                refusals.AddRange(FreeText.Refusals("reason", why, "Give the reason.", Correction.LongestText));
                if (refusals.Count > 0)
                {
                    return refusals;
                }

                log.Record(new Correction(Guid.NewGuid(), Seal.ToWholeMilliseconds(clock.GetUtcNow()), id, does!.Value, wrong, why, actor.StaffId, actor.FullName));
                return [];
            },
            cancellationToken);
}
