using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Tests.Security;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Hosting;

/// <summary>What a collector of the school's technicians gets to see of the people who use the school's pages: nothing.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_is_told_the_patterns_of_pages_and_no_secret_person_or_browser()
    {
        const string Secret = "secretOfSomeone123456";
        var told = new ConcurrentBag<(string Path, string Body)>();
        using var collector = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}";
        collector.Prefixes.Add(address + "/");
        collector.Start();
        var listening = ListenAsync(collector, told);
        var folder = await DemoStore.CopyAsync();
        await using (var app = await RunningApp.StartAsync(folder, settings: [("Induction:Telemetry:Collector", address)]))
        {
            using var visitor = Visitor.Of(app);
            await visitor.GetAsync($"{Urls.SignInLink(Secret)}?from={Secret}");
            await visitor.GetAsync(Urls.SignIn);
            Assert.True(app.Services.GetRequiredService<TracerProvider>().ForceFlush(60_000));
            Assert.True(app.Services.GetRequiredService<MeterProvider>().ForceFlush(60_000));
        }

        DemoStore.Delete(folder);
        collector.Stop();
        await listening;
        Assert.Contains(told, each => each.Path == "/v1/metrics" && each.Body.Contains("http.server.request.duration", StringComparison.Ordinal));
        var traces = string.Concat(told.Where(each => each.Path == "/v1/traces").Select(each => each.Body));
        Assert.Contains("GET /link/{Secret}", traces, StringComparison.Ordinal);
        Assert.DoesNotContain(told, each => each.Body.Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain("user_agent", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("client.address", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("url.query", traces, StringComparison.Ordinal);
    }

    private static async Task ListenAsync(HttpListener collector, ConcurrentBag<(string Path, string Body)> told)
    {
        while (collector.IsListening)
        {
            try
            {
                var request = await collector.GetContextAsync();
                using var body = new MemoryStream();
                await request.Request.InputStream.CopyToAsync(body);
                told.Add((request.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                request.Response.Close();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
