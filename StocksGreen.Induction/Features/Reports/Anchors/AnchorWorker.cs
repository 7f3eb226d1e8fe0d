using StocksGreen.Induction.Data;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Features.Reports.Anchors;

/// <summary>
/// Asks for the anchor of each school soon after the start and then four times an hour; it is given out once a day. Whatever goes wrong here is said in the
/// log: what ends this task would end the whole server.
/// </summary>
/// <param name="mailer">Of its own, for letters go one after the other; null where no mail is set up.</param>
internal sealed class AnchorWorker(SchoolStores schools, IMailer? mailer, TimeProvider clock, ILogger<AnchorWorker> log) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(15);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (mailer is not null)
        {
            await mailer.DisposeAsync();
        }
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
                    await scope.ServiceProvider.GetRequiredService<AnchorEvidence>().ExecuteAsync(mailer, stoppingToken);
                }
                catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogError(fault, "The anchor of the evidence could not be given out. It is tried again soon.");
                }
            }

            await Task.Delay(Between, clock, stoppingToken);
        }
    }
}
