using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Policies.Publishing;

/// <summary>Decides again who must do what with the version in force; no signature and no text is touched.</summary>
public sealed class DecideAudiences(EvidenceWriter evidence, TimeProvider clock)
{
    /// <param name="version">The version in force that was on the page.</param>
    /// <returns>Not found when there is no such version in force, or the actor may not.</returns>
    public Task<Result<Unit>> ExecuteAsync(
        Actor actor,
        VersionId version,
        IReadOnlyList<AudienceDuty> duties,
        string decidedBy,
        CancellationToken cancellationToken
    ) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var inForce = await db.ReadInForceAsync(LondonTime.DateIn(now), cancellationToken);
                if (!Permissions.MayPublish(actor) || inForce.FirstOrDefault(row => row.Id == version) is not { } found)
                {
                    return Result.NotFound;
                }

                var errors = PublishPlan.First(decidedBy, duties).Errors(null, found.Parts.Count, LondonTime.DateIn(now)).ToList();
                if (errors.Count > 0)
                {
                    return Result.Invalid(errors);
                }

                log.Record(new AudienceDecision(Guid.NewGuid(), now, version, duties, decidedBy.Trim()));
                return Result.Done;
            },
            cancellationToken
        );
}
