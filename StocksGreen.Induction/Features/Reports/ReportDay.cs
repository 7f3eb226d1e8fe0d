using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>Which day a report is asked for, held against today and the day on which the school was set up.</summary>
public sealed class ReportDay(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <param name="asAt">"2026-08-31"; empty means today.</param>
    public async Task<(DateOnly? Day, string? Refusal)> ReadAsync(string? asAt, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var school = await db.Schools.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return ReportAsAt.Parse(asAt, LondonTime.DateIn(clock.GetUtcNow()), school is null ? null : LondonTime.DateIn(school.SetUpAt));
    }
}
