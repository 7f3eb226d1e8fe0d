using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>Records that a signer was given the signed copy, and which file it was.</summary>
public sealed class RecordCopy(EvidenceWriter evidence, IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <param name="file">The file as it is sent.</param>
    /// <returns>Not found when it is no signature of the actor's.</returns>
    /// <remarks>The first time, and only to the signer: what the office downloads gives the signer nothing.</remarks>
    public async Task<Result<Unit>> ExecuteAsync(Actor actor, AttestationId attestation, byte[] file, CancellationToken cancellationToken)
    {
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            if (!await IsOwnAsync(db))
            {
                return Result.NotFound;
            }

            if (await db.CopiesGiven.AnyAsync(row => row.AttestationId == attestation, cancellationToken))
            {
                return Result.Done;
            }
        }

        return await evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                if (!await db.CopiesGiven.AnyAsync(row => row.AttestationId == attestation, cancellationToken))
                {
                    log.Record(
                        new CopyGiven(Guid.NewGuid(), EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()), attestation, actor.StaffId, Sha256Hex.Compute(file))
                    );
                }

                return Result.Done;
            },
            cancellationToken
        );

        Task<bool> IsOwnAsync(InductionDb db) => db.Attestations.AnyAsync(row => row.Id == attestation && row.StaffId == actor.StaffId, cancellationToken);
    }
}
