using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Tests.Journeys;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Scenes;

/// <summary>The pages of the calendar, of due rules and of exceptions from them.</summary>
public sealed class EveryRequirementPageTests(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private const string Extended = "Marek Kowalczyk";
    private const string Exempt = "Gwilym Rees-Davies";
    private const string Late = "Aisha Bello";

    private static readonly AcademicYear Year = AcademicYear.Containing(RunningApp.Today);

    private static readonly Dictionary<string, (string Viewer, Func<RunningApp, IPage, Task> GoAsync)> All = new(StringComparer.Ordinal)
    {
        ["calendar"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.CalendarSaved)),
        ["calendar, refused"] = (
            DemoStaffList.Office,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.Calendar);
                await PressAsync(page, "Record this day");
            }
        ),
        ["terms"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.TermDates(Year))),
        ["terms, refused"] = (
            DemoStaffList.Headteacher,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.TermDates(Year.Next));
                await PressAsync(page, "Save the terms");
            }
        ),
        ["working days"] = (DemoStaffList.Office, async (app, page) => await page.GotoAsync(Urls.WorkingDays(await app.IdOfAsync(Late)))),
        ["working days, refused"] = (
            DemoStaffList.Office,
            async (app, page) =>
            {
                await page.GotoAsync(Urls.WorkingDays(await app.IdOfAsync(Late)));
                await PressAsync(page, "Record these days");
            }
        ),
        ["what one person is asked, extended"] = (
            DemoStaffList.Headteacher,
            async (app, page) => await page.GotoAsync(Urls.PersonReadingSaved(await app.IdOfAsync(Extended)))
        ),
        ["what one person is asked, exempt"] = (
            DemoStaffList.Headteacher,
            async (app, page) => await page.GotoAsync(Urls.PersonReading(await app.IdOfAsync(Exempt)))
        ),
        ["what one person is asked, to the office"] = (
            DemoStaffList.Office,
            async (app, page) => await page.GotoAsync(Urls.PersonReading(await app.IdOfAsync(Late)))
        ),
        ["give more time"] = (
            DemoStaffList.Office,
            async (app, page) =>
                await page.GotoAsync(
                    Urls.Extend([(await app.IdOfAsync(Late), await PolicyAsync(app)), (await app.IdOfAsync("Maria Santos"), await PolicyAsync(app))])
                )
        ),
        ["give more time, refused"] = (
            DemoStaffList.Office,
            async (app, page) =>
            {
                await page.GotoAsync(Urls.Extend([(await app.IdOfAsync(Late), await PolicyAsync(app))]));
                await PressAsync(page, "Extend deadline");
            }
        ),
        ["exempt"] = (
            DemoStaffList.Headteacher,
            async (app, page) =>
            {
                await page.GotoAsync(Urls.Exempt(await app.IdOfAsync(Late), await PolicyAsync(app)));
                await PressAsync(page, $"Exempt {Late}");
            }
        ),
        ["end an exemption"] = (
            DemoStaffList.Headteacher,
            async (app, page) =>
            {
                await page.GotoAsync(Urls.PersonReading(await app.IdOfAsync(Exempt)));
                await page.GetByRole(AriaRole.Link, new() { Name = "End the exemption from the Social Media Policy" }).ClickAsync();
                await PressAsync(page, "End the exemption");
            }
        ),
        ["how long people have"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.DueRules)),
        ["how long people have, refused"] = (
            DemoStaffList.Headteacher,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.DueRules);
                await page.GetByLabel("Long overdue from day").FillAsync("1");
                await PressAsync(page, "Save");
            }
        ),
        ["my reading, extended"] = (Extended, (_, page) => page.GotoAsync(Urls.MyReading)),
    };

    public static TheoryData<string> Scenes => [.. All.Keys];

    [BrowserTheory]
    [MemberData(nameof(Scenes))]
    public async Task A_page_is_accessible_on_phone_and_desk_by_day_and_night_and_never_scrolls_sideways(string scene)
    {
        var (viewer, goAsync) = All[scene];
        var page = await OpenForALookAsync(viewer);
        await goAsync(App, page);
        await EveryPageTests.ShowsNothingWrongAsync(page);
    }

    protected override Task<RunningApp> StartAppAsync() => School.WholeAppAsync();

    private static async Task PressAsync(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
    }

    private static Task<PolicyId> PolicyAsync(RunningApp app) =>
        app.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return (await db.Policies.SingleAsync(policy => policy.Title == "Social Media Policy")).Id;
        });
}
