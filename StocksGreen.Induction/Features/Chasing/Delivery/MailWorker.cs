using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Features.Chasing.Delivery;

/// <summary>
/// Looks after the mail of each school four times a minute while the server runs. Whatever goes wrong here is said in the log: what ends this task would end
/// the whole server.
/// </summary>
internal sealed class MailWorker(SchoolStores schools, TimeProvider clock, ILogger<MailWorker> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(15);

    private readonly HashSet<SchoolStore> recovered = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What happens first must not hold up the start.
        await Task.Yield();
        using var timer = new PeriodicTimer(Between, clock);
        do
        {
            foreach (var school in schools.All)
            {
                try
                {
                    await LookAfterAsync(school, stoppingToken);
                }
                catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogError(fault, "Mail could not be looked after. It is tried again soon.");
                }
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAfterAsync(SchoolStore school, CancellationToken cancellationToken)
    {
        await using var scope = schools.CreateScope(school);
        if (!recovered.Contains(school))
        {
            await scope.ServiceProvider.GetRequiredService<DeliverMail>().RecoverAsync(atStart: true, cancellationToken);
            recovered.Add(school);
        }

        await scope.ServiceProvider.GetRequiredService<MailCycle>().ExecuteAsync(cancellationToken);
    }
}
