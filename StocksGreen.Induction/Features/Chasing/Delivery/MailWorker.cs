namespace StocksGreen.Induction.Features.Chasing.Delivery;

/// <summary>
/// Looks after mail four times a minute while the server runs. Whatever goes wrong here is said in the log: what ends this task would end the whole server.
/// </summary>
internal sealed class MailWorker(MailCycle round, DeliverMail deliver, TimeProvider clock, ILogger<MailWorker> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What happens first must not hold up the start.
        await Task.Yield();
        var isFirst = true;
        using var timer = new PeriodicTimer(Between, clock);
        do
        {
            try
            {
                if (isFirst)
                {
                    await deliver.RecoverAsync(atStart: true, stoppingToken);
                    isFirst = false;
                }

                await round.ExecuteAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "Mail could not be looked after. It is tried again soon.");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
