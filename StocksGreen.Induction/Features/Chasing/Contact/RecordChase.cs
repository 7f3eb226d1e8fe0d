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

namespace StocksGreen.Induction.Features.Chasing.Contact;

/// <summary>Records that people were reminded: each reminder is evidence that the school asked.</summary>
public sealed class RecordChase(EvidenceWriter evidence, TimeProvider clock)
{
    /// <summary>So many people's lines are looked at together.</summary>
    private const int PeopleAtOnce = 500;

    /// <returns>
    /// Those that were recorded, for <see cref="TakeBackContact"/>; people who have signed since, are paused, exempt or gone are left out of it. Not found when
    /// the actor may not.
    /// </returns>
    public async Task<Result<IReadOnlyList<Guid>>> ExecuteAsync(
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
        return await evidence.WriteAsync<Result<IReadOnlyList<Guid>>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var chased = await OpenAsync(db, whom.ToHashSet(), cancellationToken);
                var recorded = new List<Guid>(chased.Count);
                foreach (var line in chased)
                {
                    recorded.Add(Guid.NewGuid());
                    log.Record(new Chase(recorded[^1], now, line.StaffId, line.VersionId, channel, line.DueOn, actor.FullName, actor.StaffId, NoticeId: null));
                }

                return recorded;
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
