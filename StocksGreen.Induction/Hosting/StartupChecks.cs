using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Startup;

namespace StocksGreen.Induction.Hosting;

/// <summary>What must be right before the server answers anyone.</summary>
internal static class StartupChecks
{
    /// <summary>Takes the store for this server alone, brings it up to date, and sees that evidence can be signed.</summary>
    /// <returns>The lock on the store, held until it is disposed of.</returns>
    /// <exception cref="OperatorException">Something is wrong; of the settings, all faults are named together.</exception>
    internal static async Task<IDisposable> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (Settings.Faults(services) is { Count: > 0 } faults)
        {
            throw new OperatorException(string.Join(Environment.NewLine, faults));
        }

        var folder = services.GetRequiredService<DataFolder>();
        var onlyServer = DatabaseLock.Take(folder);
        try
        {
            await DatabaseStartup.PrepareAsync(services.GetRequiredService<IDbContextFactory<InductionDb>>(), folder, cancellationToken);
            await services.GetRequiredService<EvidenceWriter>().BringRequirementsUpToDateAsync(cancellationToken);
            await SigningKeyStartup.PrepareAsync(services, cancellationToken);
            return onlyServer;
        }
        catch
        {
            onlyServer.Dispose();
            throw;
        }
    }
}
