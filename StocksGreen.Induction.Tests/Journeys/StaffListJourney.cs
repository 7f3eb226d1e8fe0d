using System.Text;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Features.Policies;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>The office imports the staff list, and lets someone go.</summary>
public sealed class StaffListJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    [BrowserFact]
    public async Task The_office_imports_a_list_without_script_and_the_same_list_again_changes_nothing()
    {
        var page = await OpenAsync(Device.Desk with { HasScript = false }, await App.IdOfAsync(DemoStaffList.Office));
        var (one, two) = ($"{Guid.NewGuid():N}"[..8], $"{Guid.NewGuid():N}"[..8]);
        var list = Encoding.UTF8.GetBytes(
            $"Staff list\nStaff ID,Name,Email,Job title,Start date\n{one},Ada Byron {one},{one}@stocksgreen.example,Class teacher,01/09/2024\n"
                + $"{two},Grace Hopper {two},,Cook,01/09/2024\n,Vacant,,Cook,\n"
        );

        await UploadAsync(page, "autumn.csv", list);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Import autumn.csv" })).ToBeVisibleAsync();
        await Expect(page.GetByText("2 new.")).ToBeVisibleAsync();
        await Expect(page.GetByText("“Vacant” is a vacancy, not a person.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add 2" }).ClickAsync();
        await Expect(page.GetByText("Done: 2 added, 0 changed, 0 ended.")).ToBeVisibleAsync();

        await UploadAsync(page, "autumn.csv", list);
        await Expect(page.GetByText("2 unchanged.")).ToBeVisibleAsync();
        await page.GotoAsync(Urls.PeopleList(one, null, 1));
        await page.GetByRole(AriaRole.Link, new() { Name = $"Ada Byron {one}" }).ClickAsync();
        await page.GetByText("History (").ClickAsync();
        await Expect(page.GetByText("from autumn.csv")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Someone_who_is_let_go_cannot_go_on_in_an_open_tab()
    {
        var person = await App.AddPersonAsync($"Leaver {Guid.NewGuid():N}"[..20], daysInPost: 30);
        var theirs = await OpenAsync(Device.Phone, person);
        await theirs.GotoAsync(Urls.MyReading);
        await Expect(theirs.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();

        var office = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        await office.GotoAsync(Urls.Person(person));
        await office.GetByText("Leaving", new() { Exact = true }).ClickAsync();
        await office.GetByLabel("Last day", new() { Exact = true }).FillAsync(RunningApp.Today.ToString("O", null));
        await office.GetByText("Stop them signing in now").ClickAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Save the last day" }).ClickAsync();
        await Expect(office.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved: the last day of Leaver");

        await theirs.GetByRole(AriaRole.Link, new() { Name = "All policies" }).First.ClickAsync();
        await Expect(theirs.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task An_office_worker_who_is_let_go_is_sent_away_from_a_live_list_at_once()
    {
        var person = await App.AddOfficeWorkerAsync($"Leaver {Guid.NewGuid():N}"[..20]);
        var theirs = await OpenAsync(Device.Desk, person);
        var list = new ChaseScreen(theirs);
        await list.GoAsync();

        await App.EndAsync(person, RunningApp.Today.AddDays(-1));

        await Expect(theirs.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
    }

    internal static byte[] Sample()
    {
        using var stream = typeof(SamplePolicy).Assembly.GetManifestResourceStream("Samples/staff-list.csv")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    internal static async Task UploadAsync(IPage page, string name, byte[] content)
    {
        await page.GotoAsync(Urls.StaffImport);
        await page.GetByLabel("The staff list")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "text/csv",
                    Buffer = content,
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it and show me" }).ClickAsync();
    }
}
