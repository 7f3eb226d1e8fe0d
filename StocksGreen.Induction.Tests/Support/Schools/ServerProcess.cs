using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>The program as a process of its own, which can be killed as a power cut does: nothing is closed, flushed or said.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly DataFolder folder;
    private readonly int port = FreePort();
    private Process? process;

    private ServerProcess(DataFolder folder) => this.folder = folder;

    internal string Address => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");

    internal static async Task<ServerProcess> StartAsync(DataFolder folder)
    {
        var server = new ServerProcess(folder);
        await server.StartAsync();
        return server;
    }

    /// <summary>Kills the server and starts another on the same store and port.</summary>
    internal async Task KillAndStartAsync()
    {
        await KillAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private async Task KillAsync()
    {
        if (process is { } running)
        {
            running.Kill(entireProcessTree: true);
            await running.WaitForExitAsync();
            running.Dispose();
            process = null;
        }
    }

    private async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, $"--urls={Address}"])
        {
            UseShellExecute = false,
            WorkingDirectory = folder.FolderPath,
            RedirectStandardOutput = true,
        };
        start.Environment["Induction__DataFolder"] = folder.FolderPath;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var client = new HttpClient();
        while (!await AnswersAsync(client))
        {
            Assert.False(process.HasExited, "The server did not start.");
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"{Address}/sign-in"));
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
