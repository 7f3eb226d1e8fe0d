using System.CommandLine;
using StocksGreen.Induction.Components;

namespace StocksGreen.Induction.Cli;

/// <summary><c>health ADDRESS</c>: asks a running server whether it can do its work, for containers and programs that watch it.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    internal static Command Build()
    {
        var address = new Argument<string>("address") { Description = "Where the server answers on this computer, such as http://127.0.0.1:5000" };
        var command = new Command("health", "Asks a running server whether it can do its work: exits with 0 where it can, 1 where not.") { address };
        command.SetAction((parsed, cancellationToken) => AskAsync(parsed.GetRequiredValue(address), cancellationToken));
        return command;
    }

    private static async Task<int> AskAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
        {
            return CommandLine.Refuse($"“{address}” is no address of a server. Write one such as http://127.0.0.1:5000.");
        }

        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri(server, Urls.HealthReady), cancellationToken);
            await Console.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync(cancellationToken));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            await Console.Out.WriteLineAsync($"No server answers at {address}.");
            return 1;
        }
    }
}
