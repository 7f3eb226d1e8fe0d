using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>
/// Asks for what is to be deleted, soon after the start and then four times a day. Whatever goes wrong here is said in the log: what ends this task would end
/// the whole server.
/// </summary>
internal sealed class PurgeService(SchoolStores schools, TimeProvider clock, ILogger<PurgeService> log) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Between = TimeSpan.FromHours(6);

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
                    if (await scope.ServiceProvider.GetRequiredService<PurgeOnTime>().ExecuteAsync(stoppingToken) is > 0 and var count)
                    {
                        log.LogInformation("{Count} entries were emptied because their time was over.", count);
                    }
                }
                catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogError(fault, "What was to be deleted could not be. It is tried again in six hours.");
                }
            }

            await Task.Delay(Between, clock, stoppingToken);
        }
    }
}
