using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys.ToSign;

/// <summary>The list of people and the matrix, by keyboard, without script and after a lost connection.</summary>
public sealed class ToSignJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    [BrowserTheory]
    [InlineData(1280, 900, 5)]
    [InlineData(1366, 768, 4)]
    public async Task Names_stand_above_the_fold_and_the_bar_is_a_few_presses_from_a_tick(int width, int height, int names)
    {
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        await page.SetViewportSizeAsync(width, height);
        var list = new ChaseScreen(page);
        await list.GoAsync();
        var tick = list.Rows.GetByRole(AriaRole.Checkbox).First;
        await tick.PressAsync(" ");
        await Expect(list.BulkBar).ToContainTextAsync("1 person chosen");
        var bottoms = await page.EvaluateAsync<float[]>(
            "() => [...document.querySelectorAll('tbody th')].map(name => name.getBoundingClientRect().bottom + window.scrollY)"
        );
        Assert.True(bottoms.Count(bottom => bottom <= height) >= names, string.Join(' ', bottoms));

        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(list.Rows.GetByRole(AriaRole.Checkbox).Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        for (var press = 0; press < 4; press++)
        {
            await page.Keyboard.PressAsync("Shift+Tab");
        }

        await Expect(list.BulkBar.GetByRole(AriaRole.Button, new() { Name = "Clear" })).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Whom_someone_chose_is_kept_over_pages_and_a_new_connection_and_the_way_back_leads_to_the_list()
    {
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        var list = new ChaseScreen(page);
        await list.GoAsync();
        await list.Search.FillAsync("imogen castell");
        await Expect(list.Rows).ToHaveCountAsync(1);
        await list.ChooseAsync("Imogen Castell");
        await Expect(list.BulkBar).ToContainTextAsync("1 person chosen");

        await list.Rows.GetByRole(AriaRole.Link, new() { Name = "Imogen Castell" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the list" }).ClickAsync();
        await list.WaitUntilLiveAsync();

        await Expect(list.Search).ToHaveValueAsync("imogen castell");
        await Expect(list.Counted).ToHaveTextAsync("1 person is still chosen.");
        await list.DoAsync("Give more time");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Give more time" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Imogen Castell");
    }

    [BrowserFact]
    public async Task Without_script_ticks_are_posted_and_no_tick_is_answered_in_words()
    {
        var page = await OpenAsync(Device.PhoneWithoutScript, await App.IdOfAsync(DemoStaffList.Office));
        await page.GotoAsync(Urls.WhoHasNotSigned);
        var list = new ChaseScreen(page);
        await list.DoAsync("Remind");
        await Expect(page.GetByText("Nobody was chosen. Tick the people first.")).ToBeVisibleAsync();

        await list.ChooseAsync("Callum Brightwell");
        await list.ChooseAsync("Imogen Castell");
        await list.DoAsync("Remind");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Chase 2 people" })).ToBeVisibleAsync();

        await page.GotoAsync(Urls.WhoHasNotSigned);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remind Callum Brightwell" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Chase 1 person" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_matrix_is_walked_cell_by_cell_and_read_with_its_headings()
    {
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        await page.GotoAsync(Urls.SigningMatrix);
        var grid = page.GetByRole(AriaRole.Grid, new() { Name = "Who has signed what" });
        await Expect(grid.GetByRole(AriaRole.Columnheader, new() { Name = "Social Media Policy" })).ToBeVisibleAsync();
        await Expect(grid.GetByRole(AriaRole.Rowheader, new() { Name = "Callum Brightwell" })).ToBeVisibleAsync();

        await grid.GetByRole(AriaRole.Columnheader, new() { Name = "Person" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(grid.GetByRole(AriaRole.Rowheader).First.GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(grid.GetByRole(AriaRole.Gridcell).First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+End");
        await Expect(grid.GetByRole(AriaRole.Gridcell).Last).ToBeFocusedAsync();
        Assert.Equal(1, await grid.Locator("[tabindex='0']").CountAsync());
    }
}
