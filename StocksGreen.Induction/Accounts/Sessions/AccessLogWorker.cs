using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>Writes what the access log only counted, each minute and when the server stops.</summary>
internal sealed class AccessLogWorker(SchoolStores schools, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await FlushAsync(all: true);
        }
        catch (ObjectDisposedException)
        {
            // Whoever took the server down did not wait for it: its services are gone, and nothing can be written any more.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Between, clock, stoppingToken);
            await FlushAsync(all: false);
        }
    }

    private async Task FlushAsync(bool all)
    {
        foreach (var school in schools.All)
        {
            await using var scope = schools.CreateScope(school);
            await scope.ServiceProvider.GetRequiredService<AccessLog>().FlushAsync(all);
        }
    }
}
