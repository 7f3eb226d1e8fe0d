using System.Collections.Concurrent;
using Microsoft.Playwright;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Security;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>
/// A test that looks at the application through Chromium. Whatever it visits, no page may write an error on the console, break its content security
/// policy, miss a file or ask another site for anything; a test that fails leaves its screenshots under artifacts, and its traces where
/// TRACES is set.
/// </summary>
public abstract class BrowserTest(SharedSchool school, SharedBrowser browser) : IAsyncLifetime
{
    /// <summary>The running schools that tests share.</summary>
    protected SharedSchool School { get; } = school;

    // A trace shows each step's page afterwards, and costs half as much again.
    private static readonly bool KeepsTraces = Environment.GetEnvironmentVariable("TRACES") is { Length: > 0 };

    private readonly List<IBrowserContext> contexts = [];
    private readonly ConcurrentQueue<string> faults = [];

    protected RunningApp App { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => App = await StartAppAsync();

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var fault in App.Faults.All)
        {
            faults.Enqueue($"The server logged: {fault}");
        }

        var hasFailed = TestContext.Current.TestState?.Result == TestResult.Failed || !faults.IsEmpty;
        foreach (var context in contexts)
        {
            await CloseAsync(context, hasFailed);
        }

        Assert.True(faults.IsEmpty, string.Join(Environment.NewLine, faults));
        GC.SuppressFinalize(this);
    }

    protected virtual Task<RunningApp> StartAppAsync() => School.AppAsync();

    /// <summary>A browser that knows nothing yet, as on a device of its own.</summary>
    protected Task<IPage> OpenAsync(Device device) => OpenAsync(device, App);

    /// <summary>The same, for another application than this test's own.</summary>
    protected async Task<IPage> OpenAsync(Device device, RunningApp app)
    {
        var context = await (await browser.BrowserAsync()).NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = app.Address.ToString(),
                Locale = "en-GB",
                TimezoneId = "Europe/London",
                ViewportSize = new ViewportSize { Width = device.Width, Height = device.Height },
                JavaScriptEnabled = device.HasScript,
                ColorScheme = device.IsDark ? ColorScheme.Dark : ColorScheme.Light,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        contexts.Add(context);
        Watch(context, app.Address.ToString());
        if (KeepsTraces)
        {
            await context.Tracing.StartAsync(new TracingStartOptions { Snapshots = true, Title = Name });
        }

        return await context.NewPageAsync();
    }

    /// <summary>A device on which a person is signed in.</summary>
    protected async Task<IPage> OpenAsync(Device device, StaffId person)
    {
        var page = await OpenAsync(device);
        using var visitor = await Visitor.AsAsync(App, person);
        await page.Context.AddCookiesAsync(
            visitor.Cookies.Select(cookie => new Cookie
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Domain = cookie.Domain,
                Path = cookie.Path,
            })
        );
        return page;
    }

    /// <summary>Ends a visit before the test is over: the person closes the browser.</summary>
    protected async Task CloseAsync(IPage page)
    {
        contexts.Remove(page.Context);
        await page.Context.CloseAsync();
    }

    private static string Name =>
        string.Concat((TestContext.Current.Test?.TestDisplayName ?? "test").Split('.')[^1].Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '-'));

    private void Watch(IBrowserContext context, string address)
    {
        context.Console += (_, message) =>
        {
            // A page that answers 404 is reported here too; files that do not arrive are seen below.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                faults.Enqueue($"{message.Page?.Url} wrote an error: {message.Text}");
            }
        };
        context.WebError += (_, error) => faults.Enqueue($"{error.Page?.Url} threw: {error.Error}");
        context.Request += (_, request) =>
        {
            // A whole Chromium shows a PDF with files of its own; its headless shell shows none.
            string[] own = [address, "data:", "chrome://", "chrome-extension://"];
            if (!own.Any(start => request.Url.StartsWith(start, StringComparison.Ordinal)))
            {
                faults.Enqueue($"asked another site: {request.Url}");
            }
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 400 && response.Request.ResourceType != "document")
            {
                faults.Enqueue($"{response.Url} answered {response.Status}");
            }
        };
    }

    private async Task CloseAsync(IBrowserContext context, bool hasFailed)
    {
        if (hasFailed)
        {
            var artefacts = Path.Combine(AppContext.BaseDirectory, "artifacts", $"{Name}-{contexts.IndexOf(context) + 1}");
            foreach (var (page, index) in context.Pages.Select((page, index) => (page, index)))
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = $"{artefacts}-{index + 1}.png", FullPage = true });
            }

            if (KeepsTraces)
            {
                await context.Tracing.StopAsync(new TracingStopOptions { Path = $"{artefacts}-trace.zip" });
            }
        }

        await context.CloseAsync();
    }
}
