using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Backups;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Evidence.Backups;

/// <summary>
/// Brings what was written into the database's own file every few minutes, and backs each school up at night. Whatever goes wrong here is said in the log and
/// on the page of back-ups: what ends this task would end the whole server.
/// </summary>
internal sealed class UpkeepWorker(SchoolStores schools, BackupOptions options, TimeProvider clock, ILogger<UpkeepWorker> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(3);

    /// <summary>Who backs up where no person does.</summary>
    internal static readonly Actor Program = new(
        new StaffId(Guid.Empty),
        "The program",
        AccessRoles.Headteacher,
        new IdentityProof("the server itself", DateTimeOffset.UnixEpoch),
        "server"
    );

    /// <summary>Whether the nightly back-up is to be made now.</summary>
    /// <param name="lastTry">When one was last tried or made, UTC; null where none was.</param>
    internal static bool IsDue(DateTimeOffset? lastTry, DateTimeOffset now, TimeOnly at)
    {
        var today = LondonTime.DateIn(now);
        var night = LondonTime.TimeIn(now) >= at ? today : today.AddDays(-1);
        return lastTry is not { } last
            || LondonTime.DateIn(last) < night
            || (LondonTime.DateIn(last) == night && LondonTime.TimeIn(last) < at && LondonTime.TimeIn(now) >= at && today == night);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Between, clock, stoppingToken);
            foreach (var school in schools.All)
            {
                try
                {
                    await using var scope = schools.CreateScope(school);
                    await CheckpointAsync(scope.ServiceProvider, stoppingToken);
                    await BackUpAsync(scope.ServiceProvider, stoppingToken);
                }
                catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogError(fault, "The school’s data could not be looked after. It is tried again soon.");
                }
            }
        }
    }

    private static async Task CheckpointAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        await db.Provider.CheckpointAsync(db, cancellationToken);
    }

    private async Task BackUpAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var folder = services.GetRequiredService<BackupFolder>();
        DateTimeOffset?[] tries =
        [
            folder.ReadStatus()?.TriedAt,
            BackupFolder.In(folder.FolderPath).Select(each => (DateTimeOffset?)each.MadeAt).FirstOrDefault(),
        ];
        if (options.Nightly && IsDue(tries.Max(), clock.GetUtcNow(), options.At))
        {
            await services.GetRequiredService<MakeBackup>().ExecuteAsync(Program, file: null, cancellationToken);
        }
    }
}
