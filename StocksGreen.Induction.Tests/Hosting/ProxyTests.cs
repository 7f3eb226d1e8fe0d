using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Hosting;

/// <summary>The example for nginx in front of the program, tried with nginx itself: HTTPS, addresses, WebSockets and large files.</summary>
public sealed class ProxyTests
{
    private static readonly string[] Temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

    [NginxFact]
    public async Task The_example_for_nginx_sends_to_https_passes_websockets_and_lets_the_program_say_what_is_too_large()
    {
        var folder = await DemoStore.CopyAsync();
        var work = Directory.CreateTempSubdirectory("stocksgreen-nginx-");
        var (http, https) = (FreePort(), FreePort());
        await using (
            var app = await RunningApp.StartAsync(
                folder,
                settings:
                [
                    ("Induction:TrustedProxies", "127.0.0.1"),
                    ("Induction:Address", string.Create(CultureInfo.InvariantCulture, $"https://localhost:{https}")),
                ]
            )
        )
        {
            var print = MakeCertificate(work.FullName);
            using var nginx = Start(work.FullName, app.Address.Port, http, https);
            try
            {
                var cookies = new CookieContainer();
                using var client = new HttpClient(
                    new SocketsHttpHandler
                    {
                        AllowAutoRedirect = false,
                        CookieContainer = cookies,
                        SslOptions = new SslClientAuthenticationOptions
                        {
                            RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == print,
                        },
                    }
                )
                {
                    BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://localhost:{https}")),
                };
                await UntilItAnswersAsync(client, nginx);

                using (var plain = await client.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{http}/sign-in"))))
                {
                    Assert.Equal(HttpStatusCode.MovedPermanently, plain.StatusCode);
                    Assert.StartsWith("https://", plain.Headers.Location!.ToString(), StringComparison.Ordinal);
                }

                using (var page = await client.GetAsync(new Uri(Urls.SignIn, UriKind.Relative)))
                {
                    Assert.Equal(HttpStatusCode.OK, page.StatusCode);
                    Assert.All(page.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
                }

                // 21 MB: more than any document may have, less than nginx lets through; the program answers, in words or with its page.
                using (var large = new ByteArrayContent(new byte[21_000_000]))
                using (var answer = await client.PostAsync(new Uri(Urls.Check(), UriKind.Relative), large))
                {
                    Assert.NotEqual(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
                    Assert.DoesNotContain("nginx", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
                }

                await SignInAsync(client, await app.LinkForAsync(await app.AddOfficeWorkerAsync("Penny Proxy")));
                using var socket = new ClientWebSocket();
                socket.Options.Cookies = cookies;
                socket.Options.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == print;
                socket.Options.SetRequestHeader("Origin", client.BaseAddress.ToString().TrimEnd('/'));
                await socket.ConnectAsync(
                    new Uri(string.Create(CultureInfo.InvariantCulture, $"wss://localhost:{https}/_blazor")),
                    TestContext.Current.CancellationToken
                );
                Assert.Equal(WebSocketState.Open, socket.State);
            }
            finally
            {
                nginx.Kill(entireProcessTree: true);
                await nginx.WaitForExitAsync(CancellationToken.None);
            }
        }

        work.Delete(recursive: true);
        DemoStore.Delete(folder);
    }

    private static async Task SignInAsync(HttpClient client, string link)
    {
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken));
        var fields = page.QuerySelectorAll("form input[type=hidden]")
            .OfType<IHtmlInputElement>()
            .Where(input => input.Form?.QuerySelector("input[name=_handler][value=link]") is not null)
            .Select(input => KeyValuePair.Create(input.Name!, input.Value));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri(link, UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <returns>Its print, by which the visitor knows it.</returns>
    private static string MakeCertificate(string work)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(work, "site.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(work, "site.key"), key.ExportPkcs8PrivateKeyPem());
        return certificate.GetCertHashString();
    }

    /// <summary>The example as it stands, with another name, certificate and ports.</summary>
    private static Process Start(string work, int program, int http, int https)
    {
        var example = File.ReadAllText(Path.Combine(Repository.Root, "StocksGreen.Induction", "Deployment", "nginx.conf"));
        var site = example
            .Replace("policies.example.sch.uk;", "localhost;", StringComparison.Ordinal)
            .Replace("/etc/ssl/policies.example.sch.uk.pem", Path.Combine(work, "site.pem"), StringComparison.Ordinal)
            .Replace("/etc/ssl/private/policies.example.sch.uk.key", Path.Combine(work, "site.key"), StringComparison.Ordinal)
            .Replace("listen 80;", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{http};"), StringComparison.Ordinal)
            .Replace("listen 443 ssl;", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{https} ssl;"), StringComparison.Ordinal)
            .Replace("http://127.0.0.1:5000", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{program}"), StringComparison.Ordinal)
            // The example stands on port 443, which an address leaves out.
            .Replace("Host $host;", "Host $http_host;", StringComparison.Ordinal);
        var temporary = string.Concat(Temporary.Select(kind => $"{kind}_temp_path {Path.Combine(work, kind)};\n"));
        // The folder is this user's alone: another user, as nginx takes one for itself where root starts it, could keep no upload there.
        var user = Environment.IsPrivilegedProcess ? "user root; " : "";
        var all = Path.Combine(work, "nginx.conf");
        File.WriteAllText(
            all,
            $"daemon off; {user}pid {work}/nginx.pid; error_log {work}/error.log;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}{site}\n}}\n"
        );
        return Process.Start(
            new ProcessStartInfo(NginxFactAttribute.Program!, ["-c", all, "-p", work]) { UseShellExecute = false, RedirectStandardError = true }
        )!;
    }

    private static async Task UntilItAnswersAsync(HttpClient client, Process nginx)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            Assert.False(nginx.HasExited, "nginx did not start.");
            try
            {
                using var answer = await client.GetAsync(new Uri(Urls.HealthLive, UriKind.Relative), patience.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await timer.WaitForNextTickAsync(patience.Token);
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
