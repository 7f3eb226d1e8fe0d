using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Accounts.MailedLinks;

/// <summary>Sends sign-in links while the server runs, one after the other. One that cannot leave is not kept: whoever waits for it asks again.</summary>
internal sealed class LinkWorker(SchoolStores schools, LinkRequests requests, MailOptions options, ILogger<LinkWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await using var mailer = Mailers.Create(options);
        await foreach (var request in requests.ReadAsync(stoppingToken))
        {
            try
            {
                await using var scope = schools.CreateScope(request.School);
                var answer = await scope.ServiceProvider.GetRequiredService<SendLink>().ExecuteAsync(request, mailer, stoppingToken);
                if (answer is not (null or MailAnswer.Accepted))
                {
                    log.LogWarning("A sign-in link could not be sent: {Words}", answer.Words);
                }

                await mailer.RestAsync();
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "A sign-in link could not be sent.");
            }
        }
    }
}
