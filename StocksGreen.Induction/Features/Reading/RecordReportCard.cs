using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>
/// Records that a signer was shown where to report a concern, in the words that were shown. It is asked when a signature is answered, for the answer shows it
/// (Decision 8).
/// </summary>
public sealed class RecordReportCard(EvidenceWriter evidence, IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>Not found when it is no signature of the actor's.</returns>
    /// <remarks>Once for each wording: showing the page again adds nothing.</remarks>
    public async Task<Result<Unit>> ExecuteAsync(Actor actor, AttestationId attestation, string wording, CancellationToken cancellationToken)
    {
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            if (await IsRecordedAsync(db, attestation, wording, cancellationToken))
            {
                return Result.Done;
            }
        }

        return await evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                if (!await db.Attestations.AnyAsync(row => row.Id == attestation && row.StaffId == actor.StaffId, cancellationToken))
                {
                    return Result.NotFound;
                }

                if (!await IsRecordedAsync(db, attestation, wording, cancellationToken))
                {
                    log.Record(new ReportCardShown(Guid.NewGuid(), EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()), attestation, actor.StaffId, wording));
                }

                return Result.Done;
            },
            cancellationToken
        );
    }

    private static Task<bool> IsRecordedAsync(InductionDb db, AttestationId attestation, string wording, CancellationToken cancellationToken) =>
        db.ReportCardsShown.AnyAsync(row => row.AttestationId == attestation && row.Wording == wording, cancellationToken);
}
