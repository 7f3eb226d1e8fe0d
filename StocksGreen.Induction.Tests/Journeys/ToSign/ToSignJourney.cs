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
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link, new() { Name = "All their policies" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the list" }).ClickAsync();
        await list.WaitUntilLiveAsync();

        await Expect(list.Search).ToHaveValueAsync("imogen castell");
        await Expect(list.Counted).ToHaveTextAsync("1 person is still chosen.");
        await list.DoAsync("Give more time");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Give more time" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Imogen Castell");
    }

    [BrowserFact]
    public async Task The_first_name_stands_in_sight_on_a_phone()
    {
        var page = await OpenAsync(Device.Phone, await App.IdOfAsync(DemoStaffList.Office));
        await new ChaseScreen(page).GoAsync();

        var lowest = await page.EvaluateAsync<float>("document.querySelector('.bottom-bar').getBoundingClientRect().top");
        Assert.InRange(await page.EvaluateAsync<float>("document.querySelector('tbody th').getBoundingClientRect().bottom"), 1, lowest);
    }

    [BrowserFact]
    public async Task One_person_is_looked_at_next_to_the_list_and_a_mistaken_contact_is_taken_back()
    {
        var person = await App.AddPersonAsync("Panel Person", "Panel tester", daysInPost: 60);
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        var list = new ChaseScreen(page);
        await list.GoAsync();
        await list.Search.FillAsync("panel person");
        await Expect(list.Rows).ToHaveCountAsync(1);
        await list.Rows.GetByRole(AriaRole.Link, new() { Name = "Panel Person" }).ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog);
        await Expect(panel.GetByRole(AriaRole.Heading, new() { Level = 2, Name = "Panel Person" })).ToBeVisibleAsync();
        await Expect(panel).ToContainTextAsync("Nobody has reminded them yet.");
        Assert.EndsWith($"panel={person}", page.Url, StringComparison.Ordinal);

        await page.ReloadAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Record contact" }).ClickAsync();
        await panel.GetByLabel("By telephone").CheckAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();
        await Expect(list.Counted).ToHaveTextAsync("Recorded: 1 person reminded by telephone today.");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(list.Counted).ToHaveTextAsync("Taken back: 1 person no longer counts as reminded. Both stay in the records.");
        await Expect(list.RowOf("Panel Person")).ToContainTextAsync("not yet");

        await list.Rows.GetByRole(AriaRole.Link, new() { Name = "Panel Person" }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Record contact" })).ToBeVisibleAsync();
        await App.EndAsync(person, RunningApp.Today.AddDays(-1));
        await panel.GetByRole(AriaRole.Button, new() { Name = "Record contact" }).ClickAsync();
        await Expect(panel).ToContainTextAsync("Panel Person is not on the staff list any more");
    }

    [BrowserFact]
    public async Task A_contact_is_taken_back_on_Today_too()
    {
        await App.AddPersonAsync("Today Person", "Today tester", daysInPost: 60);
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        var list = new ChaseScreen(page);
        await list.GoAsync();
        await list.Search.FillAsync("today person");
        await Expect(list.Rows).ToHaveCountAsync(1);
        await list.ChooseAsync("Today Person");
        await list.RecordContactAsync("In person");
        await Expect(list.Counted).ToHaveTextAsync("Recorded: 1 person reminded in person today.");

        await page.GotoAsync(Urls.Today);
        var recent = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "reminded Today Person in person" });
        await recent.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Taken back: 1 person no longer counts as reminded. Both stay in the records.");
        await Expect(recent).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_view_is_saved_under_a_name_opened_on_another_device_and_removed()
    {
        var office = await App.IdOfAsync(DemoStaffList.Office);
        var page = await OpenAsync(Device.Desk, office);
        var list = new ChaseScreen(page);
        await list.GoAsync();
        await list.StandAsync("Exempt");
        await Expect(list.Rows).ToHaveCountAsync(1);
        await list.UnfoldAsync("Views");
        await page.GetByLabel("Name of this view").FillAsync("Those of whom nothing is asked");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save this view" }).ClickAsync();
        await Expect(list.Counted).ToHaveTextAsync("Saved: this list as “Those of whom nothing is asked”, under Views.");

        var phone = await OpenAsync(Device.Phone, office);
        var there = new ChaseScreen(phone);
        await there.GoAsync();
        await there.UnfoldAsync("Views");
        await phone.GetByRole(AriaRole.Link, new() { Name = "Those of whom nothing is asked" }).ClickAsync();
        await there.WaitUntilLiveAsync();
        await Expect(there.Rows).ToHaveCountAsync(1);
        await there.UnfoldAsync("Views");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Remove Those of whom nothing is asked" }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Link, new() { Name = "Those of whom nothing is asked" })).ToHaveCountAsync(0);
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
