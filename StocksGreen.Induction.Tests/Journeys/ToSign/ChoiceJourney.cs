using Microsoft.Playwright;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys.ToSign;

/// <summary>The list of a school that no other test touches, and a server that is restarted while people are chosen.</summary>
public sealed class ChoiceJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private DataFolder folder = null!;
    private RunningApp? restarted;

    public override async ValueTask InitializeAsync()
    {
        folder = await DemoStore.CopyAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await (restarted ?? App).DisposeAsync();
        DemoStore.Delete(folder);
        GC.SuppressFinalize(this);
    }

    [BrowserFact]
    public async Task Whom_someone_chose_is_still_chosen_after_a_restart_and_the_list_says_so()
    {
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        var list = new ChaseScreen(page);
        await list.GoAsync();
        await list.StandAsync("Overdue");
        await list.ChooseAsync("Callum Brightwell");
        await list.ChooseAsync("Imogen Castell");
        await Expect(list.BulkBar).ToContainTextAsync("2 people chosen");

        // The browser notes that its server is gone only when it is; what it then says of that is its own test.
        await page.GotoAsync("about:blank");
        await App.DisposeAsync();
        restarted = await RunningApp.StartAsync(folder, App.Address.Port);
        await page.GoBackAsync();
        await list.WaitUntilLiveAsync();

        await Expect(list.Counted).ToHaveTextAsync("2 people are still chosen.");
        await Expect(list.BulkBar).ToContainTextAsync("2 people chosen");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Choose Imogen Castell" })).ToBeCheckedAsync();
        Assert.Contains("standing=Overdue", page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Names_stand_above_the_fold_and_the_bar_is_a_few_presses_from_a_tick()
    {
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        var list = new ChaseScreen(page);
        foreach (var (width, height, names) in new[] { (1366, 768, 9), (1280, 900, 12) })
        {
            await page.SetViewportSizeAsync(width, height);
            await list.GoAsync();
            var bottoms = await page.EvaluateAsync<float[]>(
                "() => [...document.querySelectorAll('tbody th')].map(name => name.getBoundingClientRect().bottom + window.scrollY)"
            );
            Assert.True(bottoms.Count(bottom => bottom <= height) >= names, $"{width}: {string.Join(' ', bottoms)}");
        }

        await list.Rows.GetByRole(AriaRole.Checkbox).First.PressAsync(" ");
        await Expect(list.BulkBar).ToContainTextAsync("1 person chosen");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(list.Rows.GetByRole(AriaRole.Checkbox).Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        for (var press = 0; press < 4; press++)
        {
            await page.Keyboard.PressAsync("Shift+Tab");
        }

        await Expect(list.BulkBar.GetByRole(AriaRole.Button, new() { Name = "Clear" })).ToBeFocusedAsync();
    }

    protected override Task<RunningApp> StartAppAsync() => RunningApp.StartAsync(folder);
}
