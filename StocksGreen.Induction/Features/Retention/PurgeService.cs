using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>
/// Deletes what is due each night at two, or soon after the start of a server that was off then. Whatever goes wrong here is said in the log: what ends this
/// task would end the whole server.
/// </summary>
internal sealed class PurgeService(SchoolStores schools, TimeProvider clock, ILogger<PurgeService> log) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(30);

    private static readonly TimeOnly At = new(2, 0);

    /// <summary>Whether the run of this night is still to be made.</summary>
    /// <param name="last">When retention last ran, UTC.</param>
    internal static bool IsDue(DateTimeOffset last, DateTimeOffset now)
    {
        var night = LondonTime.TimeIn(now) >= At ? LondonTime.DateIn(now) : LondonTime.DateIn(now).AddDays(-1);
        return LondonTime.DateIn(last) < night || (LondonTime.DateIn(last) == night && LondonTime.TimeIn(last) < At);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, clock, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var school in schools.All)
            {
                try
                {
                    await using var scope = schools.CreateScope(school);
                    await RunAsync(scope.ServiceProvider, stoppingToken);
                }
                catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogError(fault, "What was to be deleted could not be. It is tried again in half an hour.");
                }
            }

            await Task.Delay(Between, clock, stoppingToken);
        }
    }

    private async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using (var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken))
        {
            if (await PurgeOnTime.LastAsync(db, cancellationToken) is not { } last || !IsDue(last, clock.GetUtcNow()))
            {
                return;
            }
        }

        switch (await services.GetRequiredService<PurgeOnTime>().ExecuteAsync(cancellationToken))
        {
            case null:
                log.LogWarning("Nothing is deleted: retention has not run for more than 60 days. The headteacher confirms the date on “What is kept”.");
                break;
            case > 0 and var count:
                log.LogInformation("{Count} entries were emptied because their time was over.", count);
                break;
        }
    }
}
