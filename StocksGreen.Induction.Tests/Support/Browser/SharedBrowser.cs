using System.Collections.Concurrent;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SharedBrowser))]

namespace StocksGreen.Induction.Tests.Support.Browser;

/// <summary>
/// One Chromium for the whole run, started by the first test that needs it. A journey opens a context of its own; scenes hand one on, for a context of its own
/// is a process of its own that fetches and compiles everything again.
/// </summary>
public sealed class SharedBrowser : IAsyncDisposable
{
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> started = new(StartAsync);

    private readonly ConcurrentDictionary<Uri, ConcurrentBag<IPage>> handedOn = new();

    public async Task<IBrowser> BrowserAsync() => (await started.Value).Browser;

    /// <summary>The page of an earlier test, in which nobody is signed in and nothing is shown; null where none is free.</summary>
    /// <param name="address">The application that the page may ask.</param>
    internal IPage? TakePage(Uri address) => handedOn.TryGetValue(address, out var pages) && pages.TryTake(out var page) ? page : null;

    /// <summary>Takes from a page whatever its test left in it, and keeps it for the next.</summary>
    internal async Task HandOnAsync(Uri address, IPage page)
    {
        await page.EvaluateAsync("() => { if (location.origin !== 'null') { sessionStorage.clear(); localStorage.clear(); } }");
        await page.GotoAsync("about:blank");
        foreach (var other in page.Context.Pages.Where(other => other != page))
        {
            await other.CloseAsync();
        }

        await page.Context.ClearCookiesAsync();
        handedOn.GetOrAdd(address, _ => []).Add(page);
    }

    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated)
        {
            var (playwright, browser) = await started.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright, IBrowser)> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return (
            playwright,
            await playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions
                {
                    ExecutablePath = Chromium.Path ?? throw new InvalidOperationException($"This test {Chromium.Reason}."),
                    Args =
                    [
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                    ],
                }
            )
        );
    }
}
