using System.Net;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Hosting;

/// <summary>A school whose settings name its address: <c>https://induction.school.example</c>, behind a proxy that no setting names.</summary>
public sealed class AddressedSchoolTests : IAsyncLifetime
{
    private const string Site = "induction.school.example";

    private DataFolder folder = null!;
    private RunningApp app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        folder = await DemoStore.CopyAsync();
        if (!OperatingSystem.IsWindows())
        {
            // As an earlier program, or a restore, may have left them.
            Directory.CreateDirectory(Path.Combine(folder.FolderPath, "backups", "old"));
            await File.WriteAllTextAsync(Path.Combine(folder.FolderPath, "backups", "old", "copy.db"), "x", TestContext.Current.CancellationToken);
            File.SetUnixFileMode(folder.Database, (UnixFileMode)0b110_110_110);
            File.SetUnixFileMode(folder.FolderPath, (UnixFileMode)0b111_111_101);
        }

        app = await RunningApp.StartAsync(folder, 0, ("Induction:Address", $"https://{Site}/"));
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = app.Address };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        DemoStore.Delete(folder);
    }

    [Fact]
    public async Task What_a_request_calls_itself_reaches_no_link_and_strangers_hosts_are_refused()
    {
        // Whoever asks over plain HTTP is led to the school's own address, whatever host they named.
        using var plain = await SendAsync("/check?code=1", host: "localhost", isTls: false);
        Assert.Equal((HttpStatusCode.PermanentRedirect, $"https://{Site}/check?code=1"), (plain.StatusCode, plain.Headers.Location?.ToString()));

        using var stranger = await SendAsync(Urls.SignIn, host: "evil.example", isTls: true);
        Assert.Equal(HttpStatusCode.BadRequest, stranger.StatusCode);

        using var page = await SendAsync(Urls.SignIn, host: "localhost:1", isTls: true);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("max-age=31536000", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")));
        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));

        // An address that asks one to sign in is answered with the school's own name, not with the one that was asked.
        using var closed = await SendAsync(Urls.MyReading, host: "localhost", isTls: true);
        Assert.StartsWith($"https://{Site}{Urls.SignIn}", closed.Headers.Location?.ToString(), StringComparison.Ordinal);

        // A monitor, and the container, ask the machine itself.
        foreach (var address in new[] { Urls.Health, Urls.HealthLive, Urls.HealthReady })
        {
            foreach (var host in new[] { "127.0.0.1", "localhost:8080", "[::1]" })
            {
                using var health = await SendAsync(address, host, isTls: false);
                Assert.Equal((address, host, HttpStatusCode.OK), (address, host, health.StatusCode));
            }
        }
    }

    [Fact]
    public void Files_and_folders_that_others_could_read_are_closed_at_start()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var entries = new DirectoryInfo(folder.FolderPath).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).ToList();

        Assert.Equal("rwx------", Words(File.GetUnixFileMode(folder.FolderPath)));
        Assert.Equal("rw-------", Words(File.GetUnixFileMode(folder.Database)));
        Assert.Equal("rwx------", Words(File.GetUnixFileMode(Path.Combine(folder.FolderPath, "backups", "old"))));
        Assert.Equal("rw-------", Words(File.GetUnixFileMode(Path.Combine(folder.FolderPath, "backups", "old", "copy.db"))));
        Assert.All(entries.OfType<DirectoryInfo>(), entry => Assert.Equal("rwx------", Words(entry.UnixFileMode)));
    }

    private async Task<HttpResponseMessage> SendAsync(string url, string host, bool isTls)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Host = host;
        if (isTls)
        {
            request.Headers.Add("X-Forwarded-Proto", "https");
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Words(UnixFileMode mode) =>
        string.Concat(Enumerable.Range(0, 9).Select(bit => ((int)mode & (256 >> bit)) != 0 ? "rwxrwxrwx"[bit] : '-'));
}
