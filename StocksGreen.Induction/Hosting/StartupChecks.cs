using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Backups;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Startup;
using StocksGreen.Induction.Features.Evidence.Backups;

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
        var factory = services.GetRequiredService<IDbContextFactory<InductionDb>>();
        var backups = services.GetRequiredService<BackupFolder>();
        if (StoreCheck.MissingDatabase(folder) is { } missing)
        {
            throw new OperatorException($"{missing} {backups.Advice()}");
        }

        await BackUpBeforeMigrationAsync(services, folder, cancellationToken);
        try
        {
            await DatabaseStartup.PrepareAsync(factory, folder, cancellationToken);
        }
        catch (OperatorException fault)
            when (fault.InnerException is DbException inner && services.GetRequiredService<IDatabaseProvider>().FaultOf(inner) is DatabaseFault.Unreadable)
        {
            throw new OperatorException($"{fault.Message} {backups.Advice()}", fault.InnerException);
        }

        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            if (await StoreCheck.FaultAsync(db, folder, services.GetRequiredService<EvidenceHead>(), cancellationToken) is { } fault)
            {
                throw new OperatorException($"{fault} {backups.Advice()}");
            }
        }

        await services.GetRequiredService<EvidenceWriter>().BringRequirementsUpToDateAsync(cancellationToken);
        await SigningKeyStartup.PrepareAsync(services, cancellationToken);
        if (OwnFile.Close(folder.FolderPath) is { } open)
        {
            services
                .GetRequiredService<ILoggerFactory>()
                .CreateLogger(nameof(StartupChecks))
                .LogWarning("Others who use this machine may be able to read {Open}: its rights could not be changed.", open);
        }
    }

    /// <summary>A database is brought into another shape only once there is a back-up of it that was opened again.</summary>
    private static async Task BackUpBeforeMigrationAsync(IServiceProvider services, DataFolder folder, CancellationToken cancellationToken)
    {
        if (
            !File.Exists(folder.SigningKey)
            || !await DatabaseStartup.IsToBeMigratedAsync(services.GetRequiredService<IDbContextFactory<InductionDb>>(), folder, cancellationToken)
        )
        {
            return;
        }

        var made = await services.GetRequiredService<MakeBackup>().ExecuteAsync(UpkeepWorker.Program, file: null, cancellationToken, asksEvidence: false);
        made.Match(
            done => done,
            errors => throw new OperatorException($"The database must be brought up to date, and is not touched without a back-up. {errors[0].Sentence}"),
            () => throw new InvalidOperationException("The program itself may back up.")
        );
    }

    private sealed class Locks : IDisposable
    {
        private readonly List<DatabaseLock> taken = [];

        public void Add(DatabaseLock one) => taken.Add(one);

        public void Dispose() => taken.ForEach(one => one.Dispose());
    }
}
