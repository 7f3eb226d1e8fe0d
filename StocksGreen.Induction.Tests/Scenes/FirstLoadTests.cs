using System.Collections.Concurrent;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Journeys;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Scenes;

/// <summary>What an old phone on a weak signal has to fetch.</summary>
public sealed class FirstLoadTests(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private const int MostBytes = 60 * 1024;
    private const int MostBytesOfTheOffice = 400 * 1024;

    [BrowserFact]
    public async Task The_first_page_of_reading_weighs_at_most_60_KB_with_one_small_script_that_nothing_waits_for()
    {
        var cold = await OpenAsync(Device.Phone, await App.IdOfAsync("Yasmin Choudhury"));
        var requests = new ConcurrentQueue<IRequest>();
        cold.RequestFinished += (_, request) => requests.Enqueue(request);

        await cold.GotoAsync(Urls.Part((await App.VersionAsync()).Id, 5), new() { WaitUntil = WaitUntilState.NetworkIdle });

        var sizes = await Task.WhenAll(requests.Select(async request => (request.Url, request.ResourceType, Bytes: Bytes(await request.SizesAsync()))));
        var script = Assert.Single(sizes, size => size.ResourceType == "script");
        Assert.Contains("/js/reading.", script.Url, StringComparison.Ordinal);
        Assert.True(script.Bytes < 2048, $"{script.Bytes} bytes of script");
        Assert.Contains(sizes, size => size.ResourceType == "stylesheet");
        Assert.True(sizes.Sum(size => size.Bytes) <= MostBytes, string.Join(Environment.NewLine, sizes.Select(size => $"{size.Bytes} {size.Url}")));
        TestContext.Current.TestOutputHelper?.WriteLine($"{sizes.Sum(size => size.Bytes)} bytes in {sizes.Length} requests");
    }

    [BrowserFact]
    public async Task The_first_page_of_the_office_weighs_at_most_400_KB()
    {
        var cold = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        var requests = new ConcurrentQueue<IRequest>();
        cold.RequestFinished += (_, request) => requests.Enqueue(request);

        await new ChaseScreen(cold).GoAsync();

        var sizes = await Task.WhenAll(requests.Select(async request => (request.Url, Bytes: Bytes(await request.SizesAsync()))));
        Assert.Contains(sizes, size => size.Url.Contains("MudBlazor.min.css", StringComparison.Ordinal));
        Assert.True(sizes.Sum(size => size.Bytes) <= MostBytesOfTheOffice, string.Join(Environment.NewLine, sizes.Select(size => $"{size.Bytes} {size.Url}")));
        TestContext.Current.TestOutputHelper?.WriteLine($"{sizes.Sum(size => size.Bytes)} bytes in {sizes.Length} requests");
    }

    private static int Bytes(RequestSizesResult sizes) => sizes.ResponseHeadersSize + sizes.ResponseBodySize;
}
