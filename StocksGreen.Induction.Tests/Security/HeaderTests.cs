using System.Net;
using System.Net.Sockets;
using System.Text;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>What every answer says next to its content.</summary>
public sealed class HeaderTests(SharedSchool school)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; "
        + "form-action 'self'; frame-ancestors 'none'";

    public static TheoryData<string> Addresses =>
        [
            Urls.Home,
            Urls.SignIn,
            Urls.MyReading,
            Urls.WhoHasNotSigned,
            Urls.People,
            Urls.Policies,
            Urls.Reports,
            Urls.GovernorsReport,
            Urls.Register,
            Urls.SetUp,
            Urls.SignOut,
            Urls.Fault,
            "/no-such-page",
            "/no-such-file.css",
        ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_answer_is_safe_and_is_kept_in_no_cache(string url)
    {
        using var headteacher = await Visitor.AsAsync(await school.AppAsync(), DemoStaffList.Headteacher);

        var answer = await headteacher.GetAsync(url);

        // MudBlazor's dialogs write style attributes, and only the office's live pages have any.
        var isLive = url is Urls.WhoHasNotSigned or Urls.Reports;
        Assert.Equal(
            isLive ? Policy.Replace("object-src", "style-src-attr 'unsafe-inline'; object-src", StringComparison.Ordinal) : Policy,
            answer.Header("Content-Security-Policy")
        );
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", answer.Header("Referrer-Policy"));
        Assert.Equal("camera=(), microphone=(), geolocation=()", answer.Header("Permissions-Policy"));
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example:99999")]
    [InlineData("evil..example")]
    public async Task A_host_that_can_stand_in_no_address_is_refused_and_is_no_fault_of_the_server(string host)
    {
        var app = await school.AppAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();

        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"GET {Urls.Check()} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
            TestContext.Current.CancellationToken
        );

        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 400 Bad Request", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain(app.Faults.All, fault => fault.Contains(host, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Styles_come_compressed_and_are_kept_for_a_year_under_their_fingerprint()
    {
        using var visitor = Visitor.Of(await school.AppAsync());
        var page = await visitor.GetAsync(Urls.SignIn);
        var styles = page.Document.QuerySelectorAll("link[rel=stylesheet]").Select(link => "/" + link.GetAttribute("href")!.TrimStart('/')).ToList();
        Assert.Equal(2, styles.Count);
        foreach (var style in styles)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, style);
            request.Headers.Add("Accept-Encoding", "gzip, br");

            var answer = await visitor.SendAsync(request);

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal("max-age=31536000, immutable", answer.Header("Cache-Control"));
            Assert.True(answer.Header("Content-Encoding") is "gzip" or "br", "It comes uncompressed.");
            Assert.NotNull(answer.Header("ETag"));
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        }
    }

    [Fact]
    public async Task Fonts_are_kept_so_that_the_text_does_not_flicker_from_page_to_page()
    {
        using var visitor = Visitor.Of(await school.AppAsync());

        var answer = await visitor.GetAsync("/fonts/source-sans-3-latin-400-normal.woff2");

        Assert.Equal((HttpStatusCode.OK, "public, max-age=2592000"), (answer.Status, answer.Header("Cache-Control")));
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        var app = await school.AppAsync();
        using var visitor = Visitor.Of(app);

        var answer = await visitor.SubmitAsync(await app.LinkForAsync(await app.IdOfAsync("Lewis Garside")), "link");

        var cookie = answer.Header("Set-Cookie")!.ToLowerInvariant();
        Assert.StartsWith("induction=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
    }
}
