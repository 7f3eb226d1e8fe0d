using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Tests.Journeys;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Scenes;

/// <summary>The pages of publishing and of a school with many policies, in every state, on every device.</summary>
public sealed class EveryOfficePageTests(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private static readonly Dictionary<string, (string Viewer, Func<RunningApp, IPage, Task> GoAsync)> All = new(StringComparer.Ordinal)
    {
        ["publishing"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.Policies)),
        ["import"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.PolicyImport)),
        ["import, refused"] = (
            DemoStaffList.Office,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.PolicyImport);
                await page.GetByRole(AriaRole.Button, new() { Name = "Import and look at it" }).ClickAsync();
            }
        ),
        ["import, a scan"] = (DemoStaffList.Office, async (_, page) => await SendAsync(page, ScanFile.Of(2), "Fire_safety.pdf")),
        ["pages as pictures"] = (DemoStaffList.Office, async (_, page) => await SendScanAsync(page)),
        ["pages as pictures, the words of one"] = (
            DemoStaffList.Office,
            async (_, page) =>
            {
                await SendScanAsync(page);
                await page.GetByRole(AriaRole.Link, new() { Name = "Page 2", Exact = true }).ClickAsync();
            }
        ),
        ["pages as pictures, refused"] = (
            DemoStaffList.Office,
            async (_, page) =>
            {
                await SendScanAsync(page);
                await page.GetByRole(AriaRole.Button, new() { Name = "Add the pictures" }).ClickAsync();
            }
        ),
        ["pages as pictures, as they are read"] = (
            DemoStaffList.Office,
            async (_, page) =>
            {
                await SendScanAsync(page);
                await page.GetByRole(AriaRole.Link, new() { Name = "Page 1", Exact = true }).ClickAsync();
                await page.GetByLabel("Words of the page").FillAsync("Leave by the nearest door.\n\n- Ring the bell.");
                await page.GetByRole(AriaRole.Button, new() { Name = "These are the words of the page" }).ClickAsync();
                await page.GetByRole(AriaRole.Link, new() { Name = "Back to the draft" }).ClickAsync();
                await page.GetByText("Read as text").First.ClickAsync();
            }
        ),
        ["left out, next to the document"] = (
            DemoStaffList.Office,
            async (_, page) =>
            {
                await SendAsync(page, "Swimming Policy\n\n1. Pool\n\nAsk [insert name] first.\n"u8.ToArray(), "swimming.txt");
                await page.GetByRole(AriaRole.Link, new() { Name = "Decide" }).ClickAsync();
            }
        ),
        ["section, next to a PDF"] = (
            DemoStaffList.Office,
            async (_, page) =>
            {
                await SendAsync(page, Importing.Policies.Pdf.PdfShapeTests.Untagged(), "visitors.pdf");
                await page.GetByRole(AriaRole.Link, new() { Name = "Edit or split" }).First.ClickAsync();
            }
        ),
        ["draft"] = (DemoStaffList.Office, async (app, page) => await page.GotoAsync(Urls.Draft(await DraftAsync(app)))),
        ["draft, section"] = (DemoStaffList.Office, async (app, page) => await page.GotoAsync(Urls.DraftSection(await DraftAsync(app), 2))),
        ["draft, key details"] = (DemoStaffList.Office, async (app, page) => await page.GotoAsync($"{Urls.Draft(await DraftAsync(app))}/head")),
        ["draft, parts of the document"] = (DemoStaffList.Office, async (app, page) => await page.GotoAsync(Urls.DraftParts(await DraftAsync(app)))),
        ["draft, parts of the document, refused"] = (
            DemoStaffList.Office,
            async (app, page) =>
            {
                await page.GotoAsync(Urls.DraftParts(await DraftAsync(app)));
                await page.GetByRole(AriaRole.Button, new() { Name = "Keep only these parts" }).ClickAsync();
            }
        ),
        ["compare and publish"] = (DemoStaffList.Office, async (app, page) => await page.GotoAsync(Urls.PublishDraft(await DraftAsync(app)))),
        ["compare and publish, refused"] = (
            DemoStaffList.Headteacher,
            async (app, page) =>
            {
                await page.GotoAsync(Urls.PublishDraft(await DraftAsync(app)));
                await page.GetByRole(AriaRole.Button, new() { Name = "Publish it" }).ClickAsync();
            }
        ),
        ["policy"] = (DemoStaffList.Office, async (app, page) => await page.GotoAsync(Urls.Policy((await PolicyAsync(app, "Behaviour Policy")).Id))),
        ["policy, what a version changed"] = (
            DemoStaffList.Office,
            async (app, page) => await page.GotoAsync(Urls.VersionChanges((await PolicyAsync(app, "Behaviour Policy")).Id, 2))
        ),
        ["audiences"] = (
            DemoStaffList.Office,
            async (app, page) => await page.GotoAsync(Urls.Audiences((await PolicyAsync(app, "Acceptable Use Policies")).Id))
        ),
        ["withdraw a policy"] = (
            DemoStaffList.Office,
            async (app, page) => await page.GotoAsync(Urls.WithdrawPolicy((await PolicyAsync(app, "Acceptable Use Policies")).Id))
        ),
        ["withdraw a policy, refused"] = (
            DemoStaffList.Headteacher,
            async (app, page) =>
            {
                await page.GotoAsync(Urls.WithdrawPolicy((await PolicyAsync(app, "Acceptable Use Policies")).Id));
                await page.GetByRole(AriaRole.Button, new() { Name = "Withdraw it" }).ClickAsync();
            }
        ),
        ["reviews"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.Reviews)),
        ["key roles"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.KeyRoles)),
        ["crest"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.Crest)),
        ["crest, refused"] = (
            DemoStaffList.Office,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.Crest);
                await page.GetByRole(AriaRole.Button, new() { Name = "Use this crest" }).ClickAsync();
            }
        ),
        ["library"] = (DemoStaffList.Teacher, (_, page) => page.GotoAsync(Urls.Library)),
        ["library, one policy"] = (
            DemoStaffList.Teacher,
            async (app, page) => await page.GotoAsync(Urls.LibraryPolicy((await PolicyAsync(app, "Social Media Policy")).Id))
        ),
        ["my reading, ten new"] = (DemoStaffList.NewStarter, (_, page) => page.GotoAsync(Urls.MyReading)),
        ["my reading, something changed"] = ("Kofi Mensah", (_, page) => page.GotoAsync(Urls.MyReading)),
        ["what has changed"] = ("Kofi Mensah", async (app, page) => await page.GotoAsync(Urls.Changes(await LatestAsync(app, "Behaviour Policy")))),
        ["what has changed, one part"] = ("Kofi Mensah", async (app, page) => await page.GotoAsync(Urls.Part(await LatestAsync(app, "Behaviour Policy"), 1))),
        ["what has changed, a part that has not"] = (
            "Kofi Mensah",
            async (app, page) => await page.GotoAsync(Urls.Part(await LatestAsync(app, "Behaviour Policy"), 2))
        ),
        ["signed, and a newer version waits"] = (
            "Kofi Mensah",
            async (app, page) => await page.GotoAsync(Urls.Signed(await FirstAsync(app, "Behaviour Policy")))
        ),
        ["superseded"] = ("Kofi Mensah", async (app, page) => await page.GotoAsync(Urls.Superseded(await FirstAsync(app, "Behaviour Policy")))),
        ["today"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.Today)),
        ["matrix, many policies"] = (DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.SigningMatrix)),
        ["who has not signed, many policies"] = (DemoStaffList.Office, (_, page) => new ChaseScreen(page).GoAsync()),
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

    private static Task<Guid> DraftAsync(RunningApp app) => DbAsync(app, async db => (await db.Drafts.OrderBy(draft => draft.CreatedAt).FirstAsync()).Id);

    private static async Task SendScanAsync(IPage page)
    {
        await SendAsync(page, ScanFile.Of(2), "Fire_safety.pdf");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish as pages" }).ClickAsync();
    }

    private static async Task SendAsync(IPage page, byte[] file, string name)
    {
        await page.GotoAsync(Urls.PolicyImport);
        await page.GetByLabel("The document", new() { Exact = true })
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/pdf",
                    Buffer = file,
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Import and look at it" }).ClickAsync();
    }

    private static Task<Policy> PolicyAsync(RunningApp app, string title) =>
        DbAsync(app, db => db.Policies.AsNoTracking().SingleAsync(policy => policy.Title == title));

    private static Task<VersionId> FirstAsync(RunningApp app, string title) => VersionAsync(app, title, 1);

    private static Task<VersionId> LatestAsync(RunningApp app, string title) => VersionAsync(app, title, 2);

    private static Task<VersionId> VersionAsync(RunningApp app, string title, int number) =>
        DbAsync(
            app,
            async db =>
            {
                var policy = await db.Policies.SingleAsync(row => row.Title == title);
                return (await db.Versions.SingleAsync(row => row.PolicyId == policy.Id && row.Number == number)).Id;
            }
        );

    private static Task<T> DbAsync<T>(RunningApp app, Func<InductionDb, Task<T>> ask) =>
        app.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return await ask(db);
        });
}
