using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Journeys;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Scenes;

/// <summary>The pages round reading and signing: questions, talks, declarations, visitors, paper, corrections, the shared device.</summary>
public sealed class EveryInductionPageTests(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private static readonly Dictionary<string, (string? Viewer, Func<RunningApp, IPage, Task> GoAsync)> All = new(StringComparer.Ordinal)
    {
        ["section, a question waits"] = ("Aisha Bello", (app, page) => PartAsync(app, page, 5)),
        ["section, a question answered"] = ("Hannah Rosewarne", (app, page) => PartAsync(app, page, 3)),
        ["my reading, a question waits"] = ("Aisha Bello", (_, page) => page.GotoAsync(Urls.MyReading)),
        ["ask"] = ("Maria Santos", async (app, page) => await page.GotoAsync(Urls.Ask(await SocialMediaAsync(app), 3))),
        ["ask, refused"] = (
            "Maria Santos",
            async (app, page) =>
            {
                await page.GotoAsync(Urls.Ask(await SocialMediaAsync(app), 3));
                await page.GetByRole(AriaRole.Button, new() { Name = "Send the question" }).ClickAsync();
            }
        ),
        ["check"] = ("Yasmin Choudhury", (app, page) => CheckAsync(app, page)),
        ["check, refused"] = (
            "Yasmin Choudhury",
            async (app, page) =>
            {
                await CheckAsync(app, page);
                await page.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
            }
        ),
        ["check, wrong"] = (
            "Yasmin Choudhury",
            async (app, page) =>
            {
                await CheckAsync(app, page);
                await page.GetByRole(AriaRole.Radio).Last.CheckAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
                await page.GetByText("Not quite.").WaitForAsync();
            }
        ),
        ["another way"] = ("Maria Santos", async (app, page) => await page.GotoAsync(Urls.AnotherWay(await SocialMediaAsync(app)))),
        ["another way, sent"] = ("Imogen Castell", async (app, page) => await page.GotoAsync(Urls.AnotherWay(await SocialMediaAsync(app)) + "?sent=true")),
        ["how you are monitored"] = ("Maria Santos", (_, page) => page.GotoAsync(Urls.Monitoring)),
        ["my induction"] = ("Hannah Rosewarne", (_, page) => page.GotoAsync(Urls.MyInduction)),
        ["my induction, a new starter"] = (DemoStaffList.NewStarter, (_, page) => page.GotoAsync(Urls.MyInduction)),
        ["my induction, none"] = (DemoStaffList.Governor, (_, page) => page.GotoAsync(Urls.MyInduction)),
        ["my declarations"] = ("Kofi Mensah", (_, page) => page.GotoAsync(Urls.MyDeclarations)),
        ["my declarations, none"] = ("Maria Santos", (_, page) => page.GotoAsync(Urls.MyDeclarations)),
        ["questions"] = (DemoStaffList.Headteacher, (_, page) => page.GotoAsync(Urls.Questions)),
        ["questions on a policy"] = (DemoStaffList.Office, async (app, page) => await page.GotoAsync(Urls.QuizQuestions(await PolicyAsync(app)))),
        ["write a question"] = (
            DemoStaffList.Office,
            async (app, page) =>
            {
                await page.GotoAsync(Urls.QuizQuestion(await PolicyAsync(app), Guid.Empty));
                await page.GetByRole(AriaRole.Button, new() { Name = "Ask this question" }).ClickAsync();
            }
        ),
        ["declarations"] = (DemoStaffList.Headteacher, (_, page) => page.GotoAsync(Urls.Declarations)),
        ["declaration"] = (
            DemoStaffList.Headteacher,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.Declarations);
                await page.GetByRole(AriaRole.Link, new() { Name = "Kofi Mensah" }).ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            }
        ),
        ["induction"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.Inductions)),
        ["induction of one"] = (
            DemoStaffList.Office,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.Inductions);
                await page.GetByRole(AriaRole.Link, new() { Name = "Lewis Garside", Exact = true }).ClickAsync();
            }
        ),
        ["a talk"] = (
            DemoStaffList.Office,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.Inductions);
                await page.GetByRole(AriaRole.Link, new() { Name = "Record the talk with Maria Santos" }).ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Record the talk" }).ClickAsync();
            }
        ),
        ["packs"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.Packs)),
        ["pack"] = (
            DemoStaffList.Office,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.Packs);
                await page.GetByRole(AriaRole.Link, new() { Name = "Induction of staff" }).ClickAsync();
            }
        ),
        ["pack, refused"] = (
            DemoStaffList.Office,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.Pack(Guid.Empty));
                await page.GetByRole(AriaRole.Button, new() { Name = "Make this pack" }).ClickAsync();
            }
        ),
        ["other ways"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.OtherWays)),
        ["visitors"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.Visitors)),
        ["visit"] = (null, (_, page) => page.GotoAsync(Urls.Visit)),
        ["visit, refused"] = (
            null,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.Visit);
                await page.GetByRole(AriaRole.Button, new() { Name = "I have read this" }).ClickAsync();
            }
        ),
        ["visit, done"] = (null, (_, page) => page.GotoAsync($"{Urls.Visit}?done=true")),
        ["reminders to parents"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.ParentsReminders)),
        ["on paper"] = (
            DemoStaffList.Office,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.OnPaper);
                await page.GetByRole(AriaRole.Button, new() { Name = "Record this signature" }).ClickAsync();
            }
        ),
        ["on paper, one sheet"] = (
            DemoStaffList.Office,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.OnPaperSheet);
                await page.GetByLabel("Policy on the sheet").SelectOptionAsync(new SelectOptionValue { Index = 1 });
                await page.GetByRole(AriaRole.Button, new() { Name = "Show who has not signed" }).ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Record these signatures" }).ClickAsync();
            }
        ),
        ["signatures"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.Signatures)),
        ["correct"] = (
            DemoStaffList.Headteacher,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.Signatures);
                await page.GetByRole(AriaRole.Link, new() { Name = "Correct the record" }).First.ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Record the correction" }).ClickAsync();
            }
        ),
        ["the shared device"] = (
            DemoStaffList.Office,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.People);
                await page.GetByText("Sign in at the school’s own device").ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Make this the school’s signing device" }).ClickAsync();
            }
        ),
        ["the shared device, not open"] = (null, (_, page) => page.GotoAsync(Urls.Kiosk)),
        ["people, code shown"] = (
            DemoStaffList.Office,
            async (app, page) =>
            {
                await page.GotoAsync(Urls.Person(await app.IdOfAsync("Derek Stanhope")));
                await page.GetByRole(AriaRole.Button, new() { Name = "One-time code" }).ClickAsync();
            }
        ),
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

    private static async Task PartAsync(RunningApp app, IPage page, int ordinal) => await page.GotoAsync(Urls.Part(await SocialMediaAsync(app), ordinal));

    private static async Task CheckAsync(RunningApp app, IPage page)
    {
        await PartAsync(app, page, 3);
        if (await page.GetByRole(AriaRole.Button, new() { Name = "Confirm section 3 and go on" }).IsVisibleAsync())
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Confirm section 3 and go on" }).ClickAsync();
        }
        else
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Answer the question about it" }).ClickAsync();
        }
    }

    private static Task<VersionId> SocialMediaAsync(RunningApp app) =>
        DbAsync(app, async db => (await db.ReadVersionsAsync(default)).Single(version => version.Text.Title == "Social Media Policy").Id);

    private static Task<PolicyId> PolicyAsync(RunningApp app) =>
        DbAsync(app, async db => (await db.Policies.SingleAsync(policy => policy.Title == "Social Media Policy")).Id);

    private static Task<T> DbAsync<T>(RunningApp app, Func<InductionDb, Task<T>> ask) =>
        app.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return await ask(db);
        });
}
