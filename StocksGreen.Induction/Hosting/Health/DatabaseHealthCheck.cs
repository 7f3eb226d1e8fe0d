using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Hosting.Health;

/// <summary>Whether the database can be read.</summary>
internal sealed class DatabaseHealthCheck(IDbContextFactory<InductionDb> factory) : IHealthCheck
{
    /// <remarks>What it throws counts as unhealthy.</remarks>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        _ = await db.Schools.AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
