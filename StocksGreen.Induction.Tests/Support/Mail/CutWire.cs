using System.Net;
using System.Net.Sockets;

namespace StocksGreen.Induction.Tests.Support.Mail;

/// <summary>
/// A mail server by script, in the open, that takes so many bytes of each letter and then breaks the connection off, or takes all and breaks it off without an
/// answer.
/// </summary>
internal sealed class CutWire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource running = new();
    private readonly int? cutAfter;
    private readonly Task serving;

    /// <param name="cutAfter">Bytes of a letter after which it breaks off; null for the whole letter.</param>
    internal CutWire(int? cutAfter)
    {
        this.cutAfter = cutAfter;
        listener.Start();
        serving = ServeAsync();
    }

    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Letters of which it saw the end.</summary>
    internal int Whole { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await running.CancelAsync();
        listener.Stop();
        await serving;
        listener.Dispose();
        running.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!running.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(running.Token);
                client.LingerState = new LingerOption(enable: true, 0); // Whatever is under way is lost, as when a machine dies.
                await using var stream = client.GetStream();
                await TalkAsync(stream);
            }
            catch (Exception fault) when (fault is IOException or OperationCanceledException or SocketException)
            {
                // The client left, or the test is over.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        await SayAsync(stream, "220 localhost ready");
        while (await LineAsync(stream) is { } line)
        {
            if (line == "DATA")
            {
                await SayAsync(stream, "354 go on");
                await TakeAsync(stream);
                return;
            }

            await SayAsync(stream, line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-localhost\r\n250 8BITMIME" : "250 Ok");
        }
    }

    private async Task TakeAsync(NetworkStream stream)
    {
        var buffer = new byte[1024];
        var (taken, last) = (0, "");
        while (!last.EndsWith("\r\n.\r\n", StringComparison.Ordinal))
        {
            if (taken >= cutAfter || await stream.ReadAsync(buffer, running.Token) is not (> 0 and var count))
            {
                return;
            }

            taken += count;
            last = last[Math.Max(0, last.Length - 4)..] + System.Text.Encoding.Latin1.GetString(buffer, 0, count);
        }

        Whole++;
    }

    private Task SayAsync(NetworkStream stream, string line) => stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(line + "\r\n"), running.Token).AsTask();

    private async Task<string?> LineAsync(NetworkStream stream)
    {
        var line = new System.Text.StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, running.Token) == 1)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        return null;
    }
}
