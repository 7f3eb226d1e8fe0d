using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Evidence.Corrections;

/// <summary>States that the record of a signature is wrong. Nothing is edited or deleted: the correction is next to it, on every paper too.</summary>
public sealed class CorrectSignature(EvidenceWriter evidence, TimeProvider clock)
{
    /// <remarks>The same form sent twice, by a second tap, is one correction.</remarks>
    /// <param name="what">What is wrong, and what is right.</param>
    /// <returns>Not found when the actor may not, or there is no such signature.</returns>
    public Task<Result<Unit>> ExecuteAsync(
        Actor actor,
        AttestationId id,
        CorrectionKind? does,
        string? what,
        string? reason,
        CancellationToken cancellationToken
    ) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                if (!Permissions.MayCorrect(actor, CorrectionKind.Amends) || !await db.Attestations.AnyAsync(row => row.Id == id, cancellationToken))
                {
                    return Result.NotFound;
                }

                var (wrong, why) = (FreeText.Clean(what), FreeText.Clean(reason));
                var earlier = (await db.ReadChainAsync(cancellationToken)).CorrectionsInOrder().Where(correction => correction.AttestationId == id).ToList();
                if (earlier.Exists(correction => correction.Does == does && correction.What == wrong && correction.Reason == why))
                {
                    return Result.Done;
                }

                List<ValidationError> errors = [];
                if (does is not { } kind || !Enum.IsDefined(kind))
                {
                    errors.Add(new ValidationError("Does", "Choose what the correction does."));
                }
                else if (!Permissions.MayCorrect(actor, kind))
                {
                    errors.Add(new ValidationError("Does", "Only the headteacher withdraws a signature."));
                }
                else if (kind is CorrectionKind.Withdraws && earlier.Exists(correction => correction.Does is CorrectionKind.Withdraws))
                {
                    errors.Add(new ValidationError("Does", "This signature was withdrawn already."));
                }

                errors.AddRange(FreeText.Errors("What", wrong, "Say what is wrong, and what is right.", Correction.LongestText));
                errors.AddRange(FreeText.Errors("Reason", why, "Give the reason.", Correction.LongestText));
                if (errors.Count > 0)
                {
                    return Result.Invalid(errors);
                }

                log.Record(
                    new Correction(
                        Guid.NewGuid(),
                        EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()),
                        id,
                        does!.Value,
                        wrong,
                        why,
                        actor.StaffId,
                        actor.FullName
                    )
                );
                return Result.Done;
            },
            cancellationToken
        );
}
