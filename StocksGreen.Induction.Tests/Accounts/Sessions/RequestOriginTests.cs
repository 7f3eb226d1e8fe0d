using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Configuration;

namespace StocksGreen.Induction.Tests.Accounts.Sessions;

public sealed class RequestOriginTests
{
    [Theory]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
        "Safari on iPhone"
    )]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
        "Edge on Windows"
    )]
    [InlineData("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "Chrome on Chromebook")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox on Mac")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; Pixel 9) Something/1.0", "Unknown browser on Android")]
    [InlineData("curl/8.5.0", null)]
    [InlineData("", null)]
    public void A_browser_is_known_by_family_and_system_and_by_nothing_more(string userAgent, string? browser) =>
        Assert.Equal(browser, RequestOrigin.Browser(userAgent));

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010db800010002")]
    [InlineData("2001:db8:1:2:ffff::1", "20010db800010002")]
    public void A_person_with_many_addresses_of_one_network_is_one_person(string address, string asker) => Assert.Equal(asker, RequestOrigin.Network(address));

    [Fact]
    public void An_address_is_recorded_unless_a_proxy_speaks_for_it_that_nobody_vouched_for()
    {
        var context = new DefaultHttpContext();
        Assert.Null(RequestOrigin.Address(context));
        context.Connection.RemoteIpAddress = IPAddress.Parse("::ffff:192.0.2.7");
        Assert.Equal("192.0.2.7", RequestOrigin.Address(context));
        context.Request.Headers["X-Forwarded-For"] = "203.0.113.9";
        Assert.Null(RequestOrigin.Address(context));
    }

    [Fact]
    public async Task What_a_browser_says_a_proxy_had_said_is_not_believed()
    {
        var app = new ApplicationBuilder(new ServiceCollection().AddLogging().AddSingleton(new ProxyOptions()).AddTrustedProxies().BuildServiceProvider());
        string? rule = null;
        app.UseTrustedProxies();
        app.Run(context =>
        {
            rule = RequestOrigin.AddressRule(context);
            return Task.CompletedTask;
        });
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.7");
        context.Request.Headers["X-Original-For"] = "203.0.113.9:443";

        await app.Build()(context);

        Assert.Equal("of the connection", rule);
    }
}
