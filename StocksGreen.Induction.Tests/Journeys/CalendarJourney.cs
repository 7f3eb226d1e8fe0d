using System.Globalization;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>The office enters a snow day and gives someone more time; the reader sees who did.</summary>
public sealed class CalendarJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private DataFolder folder = null!;

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
    public async Task The_office_closes_the_school_for_a_day_and_gives_more_time_and_the_reader_sees_it()
    {
        var late = await App.IdOfAsync("Aisha Bello");
        var office = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        await office.GotoAsync(Urls.Calendar);
        await office.GetByRole(AriaRole.Radio, new() { Name = "Closed to children" }).CheckAsync();
        await office.GetByLabel("Why").FillAsync("Burst pipe");
        await office.GetByLabel("Day", new() { Exact = true }).FillAsync(RunningApp.Today.AddDays(1).ToString("O", CultureInfo.InvariantCulture));
        await office.GetByRole(AriaRole.Radio, new() { Name = "No Due dates do not count it." }).CheckAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Record this day" }).ClickAsync();
        await office.GetByText("Tuesday 15 September 2026: Burst pipe (closed, nobody works)").WaitForAsync();

        await office.GotoAsync(Urls.PersonReading(late));
        await office.GetByRole(AriaRole.Link, new() { Name = "Give more time for the Social Media Policy" }).ClickAsync();
        await office.GetByLabel("New last day").FillAsync(RunningApp.Today.AddDays(4).ToString("O", CultureInfo.InvariantCulture));
        await office.GetByLabel("Why").FillAsync("Was on a course.");
        await office.GetByRole(AriaRole.Button, new() { Name = "Extend deadline" }).ClickAsync();
        await office.GetByText("The decision is recorded.").WaitForAsync();

        var reader = await OpenAsync(Device.Phone, late);
        await reader.GotoAsync(Urls.MyReading);
        await reader.GetByText("Extended to Friday 18 September 2026 by").WaitForAsync();
    }

    protected override Task<RunningApp> StartAppAsync() => RunningApp.StartAsync(folder);
}
