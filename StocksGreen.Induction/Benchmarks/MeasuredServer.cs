using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>The program as a process of its own, whose time and memory can be told from those of whoever asks it.</summary>
internal sealed class MeasuredServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private MeasuredServer(Process process, Uri address, TimeSpan start)
    {
        this.process = process;
        Address = address;
        Start = start;
    }

    internal Uri Address { get; }

    /// <summary>From starting the process to its first whole answer.</summary>
    internal TimeSpan Start { get; }

    internal static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}"));
    }

    /// <exception cref="InvalidOperationException">It does not answer.</exception>
    internal static async Task<MeasuredServer> StartAsync(DataFolder folder, Uri address, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(MeasuredServer).Assembly.Location, $"--urls={address}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Induction__DataFolder"] = folder.FolderPath;
        using var http = new HttpClient();
        var clock = Stopwatch.StartNew();
        var started = Process.Start(start) ?? throw new InvalidOperationException("The server cannot be started.");
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        while (!await AnswersAsync(http, address, cancellationToken))
        {
            if (started.HasExited || clock.Elapsed > Patience)
            {
                started.Kill(entireProcessTree: true);
                throw new InvalidOperationException("The server does not answer.");
            }

            await Task.Delay(5, cancellationToken);
        }

        return new MeasuredServer(started, address, clock.Elapsed);
    }

    /// <summary>Processor time of the server until now, and the most memory that it had at one time.</summary>
    internal (TimeSpan Processor, long PeakBytes) Cost()
    {
        process.Refresh();
        return (process.TotalProcessorTime, process.PeakWorkingSet64);
    }

    /// <summary>Ends it as a power cut does: nothing is closed or said.</summary>
    internal async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            return (await http.GetAsync(new Uri(address, Components.Urls.SignIn), cancellationToken)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
