using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys.ToSign;

/// <summary>The office reminds seven people without a mouse. Every key is counted.</summary>
public sealed class KeyboardChaseJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private const int MostPresses = 25;

    private DataFolder folder = null!;
    private IPage page = null!;
    private int presses;

    /// <summary>A school of its own: those whom it reminds are others' overdue.</summary>
    public override async ValueTask InitializeAsync()
    {
        folder = await DemoStore.CopyAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await App.DisposeAsync();
        DemoStore.Delete(folder);
        GC.SuppressFinalize(this);
    }

    [BrowserFact]
    public async Task Seven_people_are_chased_from_Today_in_at_most_25_presses()
    {
        page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        var list = new ChaseScreen(page);
        await page.GotoAsync(Urls.Today);
        await SkipAsync();
        await PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("people overdue$", RegexOptions.None, TimeSpan.FromSeconds(1)) }))
            .ToBeFocusedAsync();
        await PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("standing=Overdue", StringComparison.Ordinal));
        await list.WaitUntilLiveAsync();

        await SkipAsync();
        var toList = page.GetByRole(AriaRole.Link, new() { Name = "Skip to the first person" });
        for (var stop = 0; stop < 5 && !await IsFocusedAsync(toList); stop++)
        {
            await PressAsync("Tab");
        }

        await Expect(toList).ToBeInViewportAsync();
        await PressAsync("Enter");
        var ticks = list.Rows.GetByRole(AriaRole.Checkbox);
        await Expect(ticks.First).ToBeFocusedAsync();
        await PressAsync("Space");
        for (var number = 2; number <= 7; number++)
        {
            await PressAsync("Shift+ArrowDown");
        }

        await Expect(list.BulkBar).ToContainTextAsync("7 people chosen");
        await Expect(ticks.Nth(6)).ToBeFocusedAsync();
        await PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Chase 7 people" })).ToBeVisibleAsync();
        await SkipAsync();
        await PressAsync("Tab");
        await Expect(page.Locator("#send")).ToBeFocusedAsync();
        await PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Mail" })).ToBeVisibleAsync();
        Assert.InRange(presses, 1, MostPresses);
        TestContext.Current.TestOutputHelper?.WriteLine($"{presses} presses");
    }

    protected override Task<RunningApp> StartAppAsync() => RunningApp.StartAsync(folder);

    /// <summary>Past the bar and the menu, as the first stop of every page offers.</summary>
    private async Task SkipAsync()
    {
        await PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
        await PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    private async Task PressAsync(string key)
    {
        presses++;
        await page.Keyboard.PressAsync(key);
    }

    private static Task<bool> IsFocusedAsync(ILocator what) => what.EvaluateAsync<bool>("element => element === document.activeElement");
}
