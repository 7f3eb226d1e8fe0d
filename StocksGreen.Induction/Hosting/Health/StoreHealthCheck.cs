using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace StocksGreen.Induction.Hosting.Health;

/// <summary>Something that the server needs to do its work. What is wrong is told to anyone who asks, so it holds no path and no message of a fault.</summary>
internal abstract class StoreHealthCheck : IHealthCheck
{
    /// <summary>What to say where looking fails: in one sentence what is wrong, and what to do.</summary>
    protected abstract string Refusal { get; }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await LookAsync(cancellationToken) is { } wrong ? HealthCheckResult.Unhealthy(wrong) : HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The fault itself goes to the log alone.
            return HealthCheckResult.Unhealthy(Refusal, fault);
        }
    }

    /// <returns>What is wrong and what to do, in one sentence; null where nothing is.</returns>
    protected abstract Task<string?> LookAsync(CancellationToken cancellationToken);
}
