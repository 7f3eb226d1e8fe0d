using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Tests.Journeys;
using StocksGreen.Induction.Tests.Security;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Scenes;

/// <summary>What someone may have before their eyes: who looks, and how they came there.</summary>
/// <param name="Viewer">Name of a demonstration person; null for someone who is not signed in.</param>
/// <param name="GoAsync">Leads a fresh page there.</param>
internal sealed record Scene(string? Viewer, Func<RunningApp, IPage, Task> GoAsync)
{
    private const string Reader = "Maria Santos";
    private const string ReadyToSign = "Hannah Rosewarne";

    /// <summary>Every page, and every state of it that looks different.</summary>
    internal static readonly IReadOnlyDictionary<string, Scene> All = new Dictionary<string, Scene>(StringComparer.Ordinal)
    {
        ["sign in"] = new(null, (_, page) => page.GotoAsync(Urls.SignIn)),
        ["sign in, refused"] = new(null, (_, page) => new SignInScreen(page).SignInAsync("nobody@stocksgreen.example", "wrong")),
        ["one-time link"] = new(null, async (app, page) => await page.GotoAsync(await app.LinkForAsync(await app.IdOfAsync("Elin Bowen")))),
        ["one-time link, used"] = new(null, (_, page) => page.GotoAsync(Urls.SignInLink("used"))),
        ["password"] = new(DemoStaffList.Teacher, (_, page) => page.GotoAsync(Urls.Password)),
        ["password, changed"] = new(DemoStaffList.Teacher, (_, page) => page.GotoAsync(Urls.PasswordChanged)),
        ["passkeys"] = new(DemoStaffList.Teacher, (_, page) => page.GotoAsync(Urls.Passkeys)),
        ["my reading, something due"] = new(Reader, (_, page) => page.GotoAsync(Urls.MyReading)),
        ["my reading, half read and overdue"] = new("Aisha Bello", (_, page) => page.GotoAsync(Urls.MyReading)),
        ["my reading, all done"] = new("Grace Adeyemi", (_, page) => page.GotoAsync(Urls.MyReading)),
        ["my reading, paused"] = new("Wendy Maltravers", (_, page) => page.GotoAsync(Urls.MyReading)),
        ["my reading, exempt"] = new("Gwilym Rees-Davies", (_, page) => page.GotoAsync(Urls.MyReading)),
        ["key details"] = new(Reader, (app, page) => PartAsync(app, page, 0)),
        ["section, not confirmed"] = new(Reader, (app, page) => PartAsync(app, page, 5)),
        ["section, confirmed"] = new("Aisha Bello", (app, page) => PartAsync(app, page, 1)),
        ["section, all parts open"] = new(
            Reader,
            async (app, page) =>
            {
                await PartAsync(app, page, 7);
                await page.GetByText("All parts", new() { Exact = true }).ClickAsync();
            }
        ),
        ["section, signed"] = new("Grace Adeyemi", (app, page) => PartAsync(app, page, 2)),
        ["sign"] = new(ReadyToSign, SignAsync),
        ["sign, refused"] = new(
            ReadyToSign,
            async (app, page) =>
            {
                await SignAsync(app, page);
                await new SignScreen(page).SignButton.ClickAsync();
            }
        ),
        ["signed"] = new("Grace Adeyemi", async (app, page) => await page.GotoAsync(Urls.Signed((await app.VersionAsync()).Id))),
        ["signed before"] = new("Grace Adeyemi", async (app, page) => await page.GotoAsync(Urls.SignedBefore((await app.VersionAsync()).Id))),
        ["help"] = new(DemoStaffList.Headteacher, (_, page) => page.GotoAsync(Urls.Help)),
        ["help, a page of text"] = new(DemoStaffList.Teacher, (_, page) => page.GotoAsync(Urls.HelpOn("evidence-and-checking"))),
        ["help, a page of tables"] = new(DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.HelpOn("settings"))),
        ["who has not signed"] = new(DemoStaffList.Office, (_, page) => new ChaseScreen(page).GoAsync()),
        ["who has not signed, two chosen"] = new(
            DemoStaffList.Office,
            async (_, page) =>
            {
                var list = new ChaseScreen(page);
                await list.GoAsync();
                await list.ChooseAsync("Callum Brightwell");
                await list.ChooseAsync("Imogen Castell");
                await list.BulkBar.WaitForAsync();
            }
        ),
        ["who has not signed, unfolded"] = new(
            DemoStaffList.Office,
            async (_, page) =>
            {
                await new ChaseScreen(page).GoAsync();
                // The filters lie over the list.
                await page.Locator(".to-sign > summary").First.ClickAsync();
                await new ChaseScreen(page).UnfoldAsync("Filters");
            }
        ),
        ["who has not signed, views"] = new(
            DemoStaffList.Office,
            async (_, page) =>
            {
                var list = new ChaseScreen(page);
                await list.GoAsync();
                await list.UnfoldAsync("Views");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save this view" }).ClickAsync();
                await page.GetByText("Enter a name of up to 60 characters.").WaitForAsync();
            }
        ),
        ["who has not signed, one person"] = new(
            DemoStaffList.Office,
            async (_, page) =>
            {
                await new ChaseScreen(page).GoAsync();
                await page.GetByRole(AriaRole.Link, new() { Name = "Callum Brightwell" }).ClickAsync();
                await page.GetByRole(AriaRole.Dialog).GetByText("Last sign-in").WaitForAsync();
            }
        ),
        ["who has not signed, how they were reminded"] = new(
            DemoStaffList.Office,
            async (_, page) =>
            {
                var list = new ChaseScreen(page);
                await list.GoAsync();
                await list.ChooseAsync("Callum Brightwell");
                await list.DoAsync("Record contact");
                await page.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();
                await page.GetByText("Choose how you reminded them.").WaitForAsync();
            }
        ),
        ["who has not signed, to print"] = new(DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.ChaseListPrinted([]))),
        ["matrix"] = new(DemoStaffList.Headteacher, (_, page) => page.GotoAsync(Urls.SigningMatrix)),
        ["matrix, no one"] = new(DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.SigningMatrixBy([("search", "zzzz")]))),
        ["who has not signed, nobody"] = new(
            DemoStaffList.Office,
            async (_, page) =>
            {
                var list = new ChaseScreen(page);
                await list.GoAsync();
                await list.Search.FillAsync("no such person");
                await page.GetByText("No one matches").WaitForAsync();
            }
        ),
        ["people"] = new(DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.People)),
        ["people, refused"] = new(
            DemoStaffList.Headteacher,
            async (_, page) =>
            {
                await page.GotoAsync(Urls.AddPerson);
                await page.GetByRole(AriaRole.Button, new() { Name = "Add this person" }).ClickAsync();
            }
        ),
        ["people, link shown"] = new(
            DemoStaffList.Office,
            async (app, page) =>
            {
                await page.GotoAsync(Urls.Person(await app.IdOfAsync("Derek Stanhope")));
                await page.GetByRole(AriaRole.Button, new() { Name = "One-time link" }).ClickAsync();
            }
        ),
        ["policies"] = new(DemoStaffList.Headteacher, (_, page) => page.GotoAsync(Urls.Policies)),
        ["reports, headteacher"] = new(DemoStaffList.Headteacher, (_, page) => page.GotoAsync(Urls.Reports)),
        ["reports, office"] = new(DemoStaffList.Office, (_, page) => page.GotoAsync(Urls.Reports)),
        ["reports, of a day that has not come"] = new(DemoStaffList.Headteacher, (_, page) => page.GotoAsync(Urls.GovernorsReport + "?asAt=2099-01-01")),
        ["governors’ figures"] = new(DemoStaffList.Governor, (_, page) => page.GotoAsync(Urls.GovernorsScreen)),
        ["governors’ figures, the year"] = new(DemoStaffList.Headteacher, (_, page) => page.GotoAsync(Urls.GovernorsScreen + "?span=Year")),
        ["reports, governor"] = new(DemoStaffList.Governor, (_, page) => page.GotoAsync(Urls.Reports)),
        ["check a paper"] = new(null, (_, page) => page.GotoAsync(Urls.Check())),
        ["check a paper, refused"] = new(null, (_, page) => page.GotoAsync($"{Urls.Check()}?code=1042")),
        ["check a paper, genuine"] = new(null, async (app, page) => await page.GotoAsync(Urls.Check(await CodeAsync(app)))),
        ["check a paper, unknown"] = new(null, (_, page) => page.GotoAsync(Urls.Check(new PaperCode(1042, "000000000000")))),
        ["check a paper, altered file"] = new(
            null,
            async (app, page) =>
            {
                using var owner = await Visitor.AsAsync(app, "Grace Adeyemi");
                var copy = await owner.DownloadAsync(Urls.SignedCopy(Assert.Single(await app.SignaturesOfAsync(await app.IdOfAsync("Grace Adeyemi"))).Id));
                copy[copy.Length / 2] ^= 1;
                await page.GotoAsync(Urls.Check());
                await page.GetByLabel("Or the file itself")
                    .SetInputFilesAsync(
                        new FilePayload
                        {
                            Name = "copy.pdf",
                            MimeType = "application/pdf",
                            Buffer = copy,
                        }
                    );
                await page.GetByRole(AriaRole.Button, new() { Name = "Check this file" }).ClickAsync();
                await page.GetByRole(AriaRole.Heading, new() { Name = "Altered: this file is not as it was sealed" }).WaitForAsync();
            }
        ),
        ["evidence pack"] = new(DemoStaffList.Headteacher, (_, page) => page.GotoAsync(Urls.EvidencePacks)),
        ["not found"] = new(Reader, (_, page) => page.GotoAsync("/no-such-page")),
        ["bad request"] = new(DemoStaffList.Headteacher, (_, page) => page.GotoAsync($"{Urls.GovernorsReport}?span=decade")),
        ["fault"] = new(Reader, (_, page) => page.GotoAsync(Urls.Fault)),
    };

    private static async Task PartAsync(RunningApp app, IPage page, int ordinal) => await page.GotoAsync(Urls.Part((await app.VersionAsync()).Id, ordinal));

    private static async Task<PaperCode> CodeAsync(RunningApp app) =>
        PaperCode.From(await app.EvidenceAsync(Assert.Single(await app.SignaturesOfAsync(await app.IdOfAsync("Grace Adeyemi"))).EvidenceNumber));

    private static async Task SignAsync(RunningApp app, IPage page)
    {
        await app.ConfirmEverythingAsync(await app.IdOfAsync(ReadyToSign));
        await page.GotoAsync(Urls.Sign((await app.VersionAsync()).Id));
    }
}
