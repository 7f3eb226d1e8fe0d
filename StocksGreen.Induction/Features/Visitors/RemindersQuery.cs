using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Reminders;

namespace StocksGreen.Induction.Features.Visitors;

/// <summary>Loads reminders of visitors and parents, latest first.</summary>
public sealed class RemindersQuery(IDbContextFactory<InductionDb> factory)
{
    /// <returns>One line a visit, whatever it showed. Null when the actor may not see them.</returns>
    public async Task<IReadOnlyList<RemindedVisitor>?> VisitorsAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepInduction(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var reminders = await db.VisitorReminders.AsNoTracking().ToListAsync(cancellationToken);
        var versions = (await db.ReadVersionsAsync(cancellationToken)).ToDictionary(version => version.Id);
        return RemindedVisitor.From(reminders, row => $"{versions[row.VersionId].Text.Title}, {versions[row.VersionId].Label.ToLowerInvariant()}");
    }

    /// <returns>Null when the actor may not see them.</returns>
    public async Task<IReadOnlyList<EventReminder>?> ParentsAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepInduction(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.EventReminders.AsNoTracking().OrderByDescending(row => row.EvidenceNumber).ToListAsync(cancellationToken);
    }
}
