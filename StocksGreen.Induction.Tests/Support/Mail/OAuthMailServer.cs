using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StocksGreen.Induction.Tests.Support.Mail;

/// <summary>A small SMTP server that lets no one in but by AUTH XOAUTH2, as Microsoft 365 and Google do, next to the endpoint that gives the tokens.</summary>
internal sealed class OAuthMailServer : IAsyncDisposable
{
    private readonly TcpListener smtp = new(IPAddress.Loopback, 0);
    private readonly HttpListener http = new();
    private readonly CancellationTokenSource running = new();
    private readonly List<Task> work = [];
    private int given;

    public OAuthMailServer()
    {
        smtp.Start();
        using (var any = new TcpListener(IPAddress.Loopback, 0))
        {
            any.Start();
            TokenAddress = $"http://localhost:{((IPEndPoint)any.LocalEndpoint).Port}/token";
        }

        http.Prefixes.Add(TokenAddress[..^"token".Length]);
        http.Start();
        work.Add(ServeMailAsync());
        work.Add(ServeTokensAsync());
    }

    public int Port => ((IPEndPoint)smtp.LocalEndpoint).Port;

    public string TokenAddress { get; }

    /// <summary>What was posted to the token endpoint, field by field.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Asked { get; } = [];

    /// <summary>Who signed in, by user name.</summary>
    public ConcurrentQueue<string> SignedIn { get; } = [];

    /// <summary>Whole letters as they came.</summary>
    public ConcurrentQueue<string> Taken { get; } = [];

    /// <summary>The token endpoint refuses with this code; null where it gives tokens.</summary>
    public string? RefusesTokens { get; set; }

    /// <summary>The mail server takes no token at all.</summary>
    public bool RefusesSignIn { get; set; }

    /// <summary>How long a token is good for, in seconds.</summary>
    public int Life { get; set; } = 3600;

    public async ValueTask DisposeAsync()
    {
        await running.CancelAsync();
        smtp.Stop();
        http.Stop();
        await Task.WhenAll(work);
        http.Close();
        running.Dispose();
    }

    private string Token => $"token {given}";

    private async Task ServeTokensAsync()
    {
        while (!running.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await http.GetContextAsync();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream);
            Asked.Enqueue(
                (await reader.ReadToEndAsync())
                    .Split('&')
                    .Select(field => field.Split('='))
                    .ToDictionary(field => field[0], field => WebUtility.UrlDecode(field[1]), StringComparer.Ordinal)
            );
            given++;
            var answer = RefusesTokens is { } error
                ? $$"""{"error":"{{error}}","error_description":"the secret hush-hush is wrong"}"""
                : $$"""{"token_type":"Bearer","expires_in":{{Life}},"access_token":"{{Token}}"}""";
            context.Response.StatusCode = RefusesTokens is null ? 200 : 401;
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            context.Response.Close();
        }
    }

    private async Task ServeMailAsync()
    {
        while (!running.IsCancellationRequested)
        {
            try
            {
                using var client = await smtp.AcceptTcpClientAsync(running.Token);
                await TalkAsync(client);
            }
            catch (Exception fault) when (fault is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The visitor has gone, or the test is over.
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync("220 localhost ESMTP");
        var isIn = false;
        while (await reader.ReadLineAsync(running.Token) is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync("250-localhost\r\n250 AUTH LOGIN XOAUTH2");
                    break;
                case "AUTH" when line.Split(' ') is [_, "XOAUTH2", var said]:
                    var parts = Encoding.UTF8.GetString(Convert.FromBase64String(said)).Split('\u0001');
                    if (!RefusesSignIn && parts[1] == $"auth=Bearer {Token}")
                    {
                        isIn = true;
                        SignedIn.Enqueue(parts[0]["user=".Length..]);
                        await SayAsync("235 2.7.0 Accepted");
                        break;
                    }

                    await SayAsync("334 " + Convert.ToBase64String("""{"status":"401","schemes":"bearer"}"""u8));
                    await reader.ReadLineAsync(running.Token);
                    await SayAsync("535 5.7.3 Authentication unsuccessful");
                    break;
                case "AUTH":
                    await SayAsync("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.");
                    break;
                case "MAIL" or "RCPT":
                    await SayAsync(isIn ? "250 2.1.0 Ok" : "530 5.7.57 Client not authenticated to send mail.");
                    break;
                case "DATA":
                    await SayAsync("354 Go on");
                    var letter = new StringBuilder();
                    while (await reader.ReadLineAsync(running.Token) is { } text && text != ".")
                    {
                        letter.AppendLine(text);
                    }

                    Taken.Enqueue(letter.ToString());
                    await SayAsync("250 2.0.0 Ok");
                    break;
                case "QUIT":
                    await SayAsync("221 Bye");
                    return;
                default:
                    await SayAsync("250 Ok");
                    break;
            }
        }

        async Task SayAsync(string answer) => await stream.WriteAsync(Encoding.Latin1.GetBytes(answer + "\r\n"), running.Token);
    }
}
