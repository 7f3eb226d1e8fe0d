using Microsoft.Extensions.Diagnostics.HealthChecks;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;

namespace StocksGreen.Induction.Hosting.Health;

/// <summary>Whether the key that signs evidence can be read. A school that is not set up has none yet, and nothing to sign.</summary>
internal sealed class SigningKeyHealthCheck(SigningKeyStore keys, CurrentSchool school) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await school.GetAsync(cancellationToken) is null || keys.Current() is not null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
