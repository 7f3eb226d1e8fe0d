using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SharedBrowser))]

namespace StocksGreen.Induction.Tests.Support.Browser;

/// <summary>One Chromium for the whole run, started by the first test that needs it; every test opens a context of its own.</summary>
public sealed class SharedBrowser : IAsyncDisposable
{
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> started = new(StartAsync);

    public async Task<IBrowser> BrowserAsync() => (await started.Value).Browser;

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
