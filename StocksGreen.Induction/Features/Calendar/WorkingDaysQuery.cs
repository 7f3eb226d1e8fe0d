using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Calendar;

/// <summary>Loads on which weekdays a person works.</summary>
public sealed class WorkingDaysQuery(IDbContextFactory<InductionDb> factory)
{
    /// <returns>With every record, newest first; null when the actor may not see it, or there is no such person.</returns>
    public async Task<(StaffMember Person, IReadOnlyList<WorkingPattern> History)?> ExecuteAsync(Actor actor, StaffId id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!Permissions.MayManageStaff(actor) || await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } person)
        {
            return null;
        }

        var patterns = await db.WorkingPatterns.AsNoTracking().Where(row => row.StaffId == id).ToListAsync(cancellationToken);
        return (person, [.. patterns.OrderByDescending(pattern => pattern.From).ThenByDescending(pattern => pattern.EvidenceNumber)]);
    }
}
