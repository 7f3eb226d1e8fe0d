using System.Net;
using System.Net.WebSockets;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>The door to live pages.</summary>
public sealed class LiveConnectionTests(SharedSchool school)
{
    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task Another_site_opens_no_live_page_in_someones_name(string? origin)
    {
        var app = await school.AppAsync();
        using var office = await Visitor.AsAsync(app, DemoStaffList.Office);
        using var socket = Socket(app, office, origin);

        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(app, socket));

        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task A_session_opens_so_many_live_pages_and_no_more()
    {
        var app = await school.AppAsync();
        using var office = await Visitor.AsAsync(app, await app.AddOfficeWorkerAsync("Nina Ninth"));
        var sockets = Enumerable.Range(0, LiveConnections.MostOfASession + 1).Select(_ => Socket(app, office, Origin(app))).ToList();
        foreach (var socket in sockets.SkipLast(1))
        {
            await ConnectAsync(app, socket);
        }

        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(app, sockets[^1]));

        Assert.Equal(HttpStatusCode.TooManyRequests, sockets[^1].HttpStatusCode);
        sockets.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_opens_one()
    {
        var app = await school.AppAsync();
        using var stranger = Visitor.Of(app);
        using var socket = Socket(app, stranger, Origin(app));

        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(app, socket));
    }

    private static string Origin(RunningApp app) => app.Address.GetLeftPart(UriPartial.Authority);

    private static Task ConnectAsync(RunningApp app, ClientWebSocket socket) =>
        socket.ConnectAsync(new UriBuilder(app.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, TestContext.Current.CancellationToken);

    private static ClientWebSocket Socket(RunningApp app, Visitor visitor, string? origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.Cookies = new CookieContainer();
        foreach (var cookie in visitor.Cookies)
        {
            socket.Options.Cookies.Add(app.Address, new Cookie(cookie.Name, cookie.Value, "/"));
        }

        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        return socket;
    }
}
