using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Startup;

namespace StocksGreen.Induction.Hosting;

/// <summary>What must be right before the server answers anyone.</summary>
internal static class StartupChecks
{
    /// <summary>Takes the store of each school for this server alone, brings it up to date, and sees that evidence can be signed.</summary>
    /// <returns>The locks on the stores, held until it is disposed of.</returns>
    /// <exception cref="OperatorException">Something is wrong.</exception>
    internal static async Task<IDisposable> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var locks = new Locks();
        try
        {
            var schools = services.GetRequiredService<SchoolStores>();
            foreach (var school in schools.All)
            {
                locks.Add(DatabaseLock.Take(school.Folder));
                await using var scope = schools.CreateScope(school);
                await PrepareAsync(scope.ServiceProvider, school.Folder, cancellationToken);
            }

            return locks;
        }
        catch
        {
            locks.Dispose();
            throw;
        }
    }

    private static async Task PrepareAsync(IServiceProvider services, DataFolder folder, CancellationToken cancellationToken)
    {
        await DatabaseStartup.PrepareAsync(services.GetRequiredService<IDbContextFactory<InductionDb>>(), folder, cancellationToken);
        await services.GetRequiredService<EvidenceWriter>().BringRequirementsUpToDateAsync(cancellationToken);
        await SigningKeyStartup.PrepareAsync(services, cancellationToken);
    }

    private sealed class Locks : IDisposable
    {
        private readonly List<DatabaseLock> taken = [];

        public void Add(DatabaseLock one) => taken.Add(one);

        public void Dispose() => taken.ForEach(one => one.Dispose());
    }
}
