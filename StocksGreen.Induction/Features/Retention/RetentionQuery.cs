using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>What retention will do and has done.</summary>
/// <param name="LastAt">When it last ran, UTC; null where there is no school.</param>
/// <param name="IsHeldBack">Nothing is deleted before a person confirms the date.</param>
/// <param name="Deleted">The latest first.</param>
public sealed record RetentionPlan(
    IReadOnlyList<ComingDeletion> Coming,
    IReadOnlyList<Tombstone> Deleted,
    DateTimeOffset? LastAt,
    bool IsHeldBack,
    DateTimeOffset Now
);

/// <summary>Looks ahead for the headteacher: what is deleted in the next 90 days, of whom, and what was deleted lately.</summary>
public sealed class RetentionQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    public const int DaysAhead = 90;

    /// <summary>How many tombstones are shown.</summary>
    public const int MostDeleted = 100;

    /// <returns>Null for anyone else.</returns>
    public async Task<RetentionPlan?> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepPrivacy(actor))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var coming = new List<ComingDeletion>();
        foreach (var step in PurgeOnTime.Steps)
        {
            coming.AddRange(await step.ComingAsync(db, now, now.AddDays(DaysAhead), cancellationToken));
        }

        var last = await PurgeOnTime.LastAsync(db, cancellationToken);
        return new RetentionPlan(
            [.. coming.OrderBy(line => line.On)],
            await db.Tombstones.AsNoTracking().OrderByDescending(stone => stone.Number).Take(MostDeleted).ToListAsync(cancellationToken),
            last,
            now - last > PurgeOnTime.LongestGap,
            now
        );
    }
}
