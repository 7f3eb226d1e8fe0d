using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>The list of what was taken out earlier: what, of which day, when, and by whom.</summary>
public sealed class MadeReports(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    private const int Most = 12;

    /// <summary>Puts a report on the list; the same report, asked for again by the same person, stands there once.</summary>
    /// <param name="what">"Register, PDF".</param>
    /// <param name="isNamed">True where it holds names of staff.</param>
    /// <param name="address">Path and query that make it again.</param>
    public async Task AddAsync(Actor actor, string what, DateOnly asAt, bool isNamed, string address, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var old = now - MadeReport.KeptFor;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db
            .MadeReports.Where(row => row.At < old || (row.By == actor.StaffId && row.What == what && row.AsAt == asAt && row.Address == address))
            .ExecuteDeleteAsync(cancellationToken);
        db.MadeReports.Add(new MadeReport(now, what, asAt, isNamed, address, actor.StaffId, actor.FullName));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>The latest, the newest first; of those with names nothing to who may not see the register.</returns>
    public async Task<IReadOnlyList<MadeReport>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        var mayReadNames = Permissions.MaySeeRegister(actor);
        var mayReadFigures = Permissions.MaySeeGovernorsReport(actor);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db
            .MadeReports.AsNoTracking()
            .Where(row => (row.IsNamed && mayReadNames) || (!row.IsNamed && mayReadFigures) || row.By == actor.StaffId)
            .OrderByDescending(row => row.At)
            .Take(Most)
            .ToListAsync(cancellationToken);
    }
}
