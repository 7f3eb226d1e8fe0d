using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Journeys;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Scenes;

/// <summary>The pages on which the office keeps people and imports staff lists, on every device.</summary>
public sealed class EveryPeoplePageTests(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private static readonly Dictionary<string, Func<RunningApp, IPage, Task>> All = new(StringComparer.Ordinal)
    {
        ["people, searched"] = (_, page) => page.GotoAsync(Urls.PeopleList("teaching assistant", null, 1)),
        ["people, who have left"] = (_, page) => page.GotoAsync(Urls.PeopleList(null, "Left", 1)),
        ["people, nobody found"] = (_, page) => page.GotoAsync(Urls.PeopleList("no such person", null, 1)),
        ["person"] = (app, page) => PersonAsync(app, page, "Marek Kowalczyk"),
        ["person, paused"] = (app, page) => PersonAsync(app, page, "Wendy Maltravers"),
        ["person, left"] = (app, page) => PersonAsync(app, page, "Robert Evershed"),
        ["person, refused"] = async (app, page) =>
        {
            await PersonAsync(app, page, "Marek Kowalczyk");
            await page.GetByText("Leaving", new() { Exact = true }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Save the last day" }).ClickAsync();
        },
        ["person, every fold open"] = async (app, page) =>
        {
            await PersonAsync(app, page, "Marek Kowalczyk");
            foreach (var fold in await page.Locator(".person-forms > details > summary").AllAsync())
            {
                await fold.ClickAsync();
            }
        },
        ["person, leaving"] = async (app, page) => await page.GotoAsync(Urls.PersonChanged(await app.IdOfAsync("Marek Kowalczyk"), "edited")),
        ["people, added"] = async (app, page) => await page.GotoAsync(Urls.PersonAdded(await app.IdOfAsync("Marek Kowalczyk"))),
        ["people, nobody ticked"] = (_, page) => page.GotoAsync(Urls.PeopleNobodyChosen),
        ["people, all ticked"] = (_, page) => page.GotoAsync(Urls.PeopleList(null, "NeverSignedIn", 1, "Due") + "&select=page"),
        ["person, to add"] = async (_, page) =>
        {
            await page.GotoAsync(Urls.AddPerson);
            await page.GetByRole(AriaRole.Button, new() { Name = "Add this person" }).ClickAsync();
        },
        ["people, to invite"] = async (app, page) => await page.GotoAsync(Urls.InviteAll(await SomeAsync(app))),
        ["people, to get slips"] = async (app, page) => await page.GotoAsync(Urls.SignInSlipsOf(await SomeAsync(app))),
        ["people, to pause"] = async (app, page) => await RefusedAsync(page, Urls.PausePeople, await SomeAsync(app), "Pause them"),
        ["people, leaving"] = async (app, page) => await RefusedAsync(page, Urls.EndPeople, await SomeAsync(app), "Save the last day"),
        ["staff list"] = (_, page) => page.GotoAsync(Urls.StaffImport),
        ["staff list, refused"] = async (_, page) =>
        {
            await page.GotoAsync(Urls.StaffImport);
            await page.GetByRole(AriaRole.Button, new() { Name = "Read it and show me" }).ClickAsync();
        },
        ["staff list, shown"] = (_, page) => StaffListJourney.UploadAsync(page, "staff-list.csv", StaffListJourney.Sample()),
    };

    public static TheoryData<string> Scenes => [.. All.Keys];

    [BrowserTheory]
    [MemberData(nameof(Scenes))]
    public async Task A_page_is_accessible_on_phone_and_desk_by_day_and_night_and_never_scrolls_sideways(string scene)
    {
        var page = await OpenForALookAsync(DemoStaffList.Office);
        await All[scene](App, page);
        await EveryPageTests.ShowsNothingWrongAsync(page);
    }

    private static async Task PersonAsync(RunningApp app, IPage page, string fullName) => await page.GotoAsync(Urls.Person(await app.IdOfAsync(fullName)));

    private static async Task<StaffId[]> SomeAsync(RunningApp app) =>
        [
            await app.IdOfAsync("Marek Kowalczyk"),
            await app.IdOfAsync("Wendy Maltravers"),
            await app.IdOfAsync("Robert Evershed"),
            await app.IdOfAsync(DemoStaffList.Headteacher),
        ];

    private static async Task RefusedAsync(IPage page, string url, IEnumerable<StaffId> people, string button)
    {
        await page.GotoAsync($"{url}?{string.Join('&', people.Select(person => $"person={person}"))}");
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }
}
