using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>Records that people were reminded: each reminder is evidence that the school asked.</summary>
public sealed class RecordChase(EvidenceWriter evidence, TimeProvider clock)
{
    /// <summary>So many people's lines are looked at together.</summary>
    private const int PeopleAtOnce = 500;

    /// <returns>How many were recorded; those who have signed since, are paused, exempt or gone are left out. Not found when the actor may not.</returns>
    public async Task<Result<int>> ExecuteAsync(
        Actor actor,
        IReadOnlyCollection<(StaffId StaffId, VersionId VersionId)> whom,
        ChaseChannel channel,
        CancellationToken cancellationToken
    )
    {
        if (!Permissions.MayChase(actor))
        {
            return Result.NotFound;
        }

        await evidence.BringRequirementsUpToDateAsync(cancellationToken);
        return await evidence.WriteAsync<Result<int>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var chased = await OpenAsync(db, whom.ToHashSet(), cancellationToken);
                foreach (var line in chased)
                {
                    log.Record(
                        new Chase(Guid.NewGuid(), now, line.StaffId, line.VersionId, channel, line.DueOn, actor.FullName, actor.StaffId, NoticeId: null)
                    );
                }

                return chased.Count;
            },
            cancellationToken
        );
    }

    /// <summary>What of the choice is still to be signed.</summary>
    private static async Task<IReadOnlyList<RequirementLine>> OpenAsync(
        InductionDb db,
        HashSet<(StaffId StaffId, VersionId VersionId)> whom,
        CancellationToken cancellationToken
    )
    {
        var open = new List<RequirementLine>();
        foreach (var some in whom.Select(one => one.StaffId).Distinct().Chunk(PeopleAtOnce))
        {
            var lines = await db
                .RequirementLines.AsNoTracking()
                .Where(line => some.Contains(line.StaffId) && line.State <= LineState.Waiting)
                .ToListAsync(cancellationToken);
            open.AddRange(lines.Where(line => whom.Contains((line.StaffId, line.VersionId))));
        }

        return open;
    }
}
