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
    private readonly List<PageWatch> watches = [];
    private IPage? handedOn;
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
        if (handedOn is { } page && !hasFailed)
        {
            contexts.Remove(page.Context);
            await browser.HandOnAsync(App.Address, page);
        }

        watches.ForEach(watch => watch.Dispose());
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
        watches.Add(new PageWatch(context, app.Address, faults));
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
        await SignInAsync(page, person);
        return page;
    }

    /// <summary>A phone for a look at one page: it has what earlier tests of this kind fetched, and nothing of what they did.</summary>
    /// <param name="viewer">Full name of the person who is signed in on it; null for nobody.</param>
    protected async Task<IPage> OpenForALookAsync(string? viewer)
    {
        if (browser.TakePage(App.Address) is { } page)
        {
            contexts.Add(page.Context);
            watches.Add(new PageWatch(page.Context, App.Address, faults));
            await page.SetViewportSizeAsync(Device.Phone.Width, Device.Phone.Height);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        }
        else
        {
            page = await OpenAsync(Device.Phone);
        }

        handedOn = page;
        if (viewer is not null)
        {
            await SignInAsync(page, await App.IdOfAsync(viewer));
        }

        return page;
    }

    private async Task SignInAsync(IPage page, StaffId person)
    {
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
    }

    /// <summary>Ends a visit before the test is over: the person closes the browser.</summary>
    protected async Task CloseAsync(IPage page)
    {
        contexts.Remove(page.Context);
        await page.Context.CloseAsync();
    }

    private static string Name =>
        string.Concat((TestContext.Current.Test?.TestDisplayName ?? "test").Split('.')[^1].Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '-'));

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
