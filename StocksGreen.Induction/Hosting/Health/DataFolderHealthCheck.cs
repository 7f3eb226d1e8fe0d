using Microsoft.Extensions.Diagnostics.HealthChecks;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Hosting.Health;

/// <summary>Whether a file can be written into the data folder: on a full disk no one can sign.</summary>
internal sealed class DataFolderHealthCheck(DataFolder folder) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var file = new FileStream(
                Path.Combine(folder.FolderPath, $"health-{Guid.NewGuid():N}.tmp"),
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
            file.WriteByte(0);
            await file.FlushAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy(exception: fault);
        }
    }
}
