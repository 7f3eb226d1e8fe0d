using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using StocksGreen.Induction.Cli;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Evidence;
using StocksGreen.Induction.Features.Questions;
using StocksGreen.Induction.Hosting;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>The server is killed, as by a power cut, between any two steps of the ceremony.</summary>
public sealed class KilledServerJourney(SharedBrowser browser)
{
    private const int Checked = 3;

    [BrowserFact]
    public async Task Nothing_is_lost_and_nobody_signed_out_when_the_server_is_killed_after_every_step()
    {
        var folder = DemoStore.Empty();
        try
        {
            await FillAsync(folder);
            await WalkAsync(folder);
            await AssertNothingLostAsync(folder);
        }
        finally
        {
            DemoStore.Delete(folder);
        }
    }

    private async Task WalkAsync(DataFolder folder)
    {
        await using var server = await ServerProcess.StartAsync(folder);
        var page = await PageAsync(server);
        var head = await PageAsync(server);
        var part = new PartScreen(page);
        var sign = new SignScreen(page);
        foreach (
            var stepAsync in (Func<Task>[])
                [
                    async () =>
                    {
                        await new SignInScreen(head).SignInAsync(DemoSchool.Email(DemoStaffList.Headteacher), DemoSchool.Password);
                        await new SignInScreen(page).SignInAsync(DemoSchool.Email(DemoStaffList.NewStarter), DemoSchool.Password);
                        await page.GetByRole(AriaRole.Link, new() { Name = "Start reading (Social Media Policy)" }).ClickAsync();
                    },
                    async () =>
                    {
                        await part.ConfirmButton(0).ClickAsync();
                        await page.GetByRole(AriaRole.Link, new() { Name = "I don’t understand this yet" }).ClickAsync();
                        await page.GetByLabel("Your question").FillAsync("Who is meant?");
                    },
                    async () =>
                    {
                        await page.GetByRole(AriaRole.Button, new() { Name = "Send the question" }).ClickAsync();
                        await Expect(page.GetByText("Waiting for an answer.")).ToBeVisibleAsync();
                    },
                    async () =>
                    {
                        await head.GotoAsync(Urls.Questions);
                        await head.GetByLabel($"Your answer to {DemoStaffList.NewStarter}").FillAsync("Everybody.");
                        await head.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
                        await Expect(head.GetByText("Your answer is next to the part.")).ToBeVisibleAsync();
                    },
                    async () =>
                    {
                        await page.ReloadAsync();
                        await Expect(page.GetByText("Everybody.", new() { Exact = true })).ToBeVisibleAsync();
                        await part.ConfirmButton(1).ClickAsync();
                        await part.ConfirmButton(2).ClickAsync();
                        await part.ConfirmButton(Checked).ClickAsync();
                        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Where may you?" })).ToBeVisibleAsync();
                    },
                    async () =>
                    {
                        await page.GetByRole(AriaRole.Radio, new() { Name = "Anywhere" }).CheckAsync();
                        await page.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();
                        await Expect(page.GetByText("Not quite.")).ToBeVisibleAsync();
                    },
                    async () =>
                    {
                        await page.GetByRole(AriaRole.Link, new() { Name = "try the question again" }).ClickAsync();
                        await page.GetByRole(AriaRole.Radio, new() { Name = "In the staffroom" }).CheckAsync();
                        await page.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();
                        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "That is right" })).ToBeVisibleAsync();
                    },
                    async () =>
                    {
                        await page.GetByRole(AriaRole.Link, new() { Name = "Continue: 4 Staff use of social media" }).ClickAsync();
                        for (var ordinal = Checked + 1; ordinal < PartScreen.Headings.Count; ordinal++)
                        {
                            await part.ConfirmButton(ordinal).ClickAsync();
                        }

                        await page.GetByRole(AriaRole.Checkbox, new() { Name = "I have had access to" }).CheckAsync();
                        await page.GetByRole(AriaRole.Checkbox, new() { Name = "I have understood" }).CheckAsync();
                        await sign.SomethingToDiscuss.CheckAsync();
                        await sign.FullName.FillAsync(DemoStaffList.NewStarter);
                    },
                    async () =>
                    {
                        await sign.SignButton.ClickAsync();
                        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Thank you, Amelia" })).ToBeVisibleAsync();
                    },
                    () => page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download your signed copy" }).ClickAsync()),
                ]
        )
        {
            await stepAsync();
            await server.KillAndStartAsync();
        }

        await page.GotoAsync(Urls.MyReading);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You have read and signed everything" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
        await head.Context.CloseAsync();
    }

    private async Task<IPage> PageAsync(ServerProcess server) =>
        await (
            await (await browser.BrowserAsync()).NewContextAsync(
                new BrowserNewContextOptions
                {
                    BaseURL = server.Address,
                    JavaScriptEnabled = false,
                    Locale = "en-GB",
                    ViewportSize = new ViewportSize { Width = Device.Phone.Width, Height = Device.Phone.Height },
                }
            )
        ).NewPageAsync();

    /// <summary>The school as it stands today by the machine's own clock: a process of its own has no other.</summary>
    private static async Task FillAsync(DataFolder folder)
    {
        await new DemoCommand(DemoStore.Wire, (_, _, _) => Task.FromResult(0)).FillAsync(
            folder,
            DateTimeOffset.UtcNow,
            [],
            TestContext.Current.CancellationToken
        );
        await AskAsync(
            folder,
            async services =>
            {
                await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
                var head = await db.People.SingleAsync(person => person.FullName == DemoStaffList.Headteacher);
                var actor = new Actor(
                    head.Id,
                    head.FullName,
                    AccessRoles.Staff | AccessRoles.Headteacher,
                    new IdentityProof("password", DateTimeOffset.UtcNow),
                    "test"
                );
                return await services
                    .GetRequiredService<WriteQuizQuestion>()
                    .ExecuteAsync(
                        actor,
                        (await db.Policies.SingleAsync()).Id,
                        null,
                        new QuizQuestionForm("General social media expectations", "Where may you?", ["Anywhere", "In the staffroom"], 1, "So says the policy."),
                        default
                    );
            }
        );
        StoreFiles.Close(folder);
    }

    private static async Task AssertNothingLostAsync(DataFolder folder)
    {
        var (confirmed, asked, answered, attempts, signed, declared, cards, copies) = await AskAsync(
            folder,
            async services =>
            {
                Assert.IsType<ChainVerdict.Intact>(await services.GetRequiredService<VerifyEvidence>().ExecuteAsync(default));
                await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
                var person = (await db.People.SingleAsync(row => row.FullName == DemoStaffList.NewStarter)).Id;
                return (
                    await db.Confirmations.CountAsync(row => row.StaffId == person),
                    await db.ReaderQuestions.CountAsync(row => row.StaffId == person),
                    await db.ReaderAnswers.CountAsync(),
                    await db.QuizAttempts.CountAsync(row => row.StaffId == person),
                    await db.Attestations.CountAsync(row => row.StaffId == person),
                    await db.Declarations.CountAsync(row => row.StaffId == person),
                    await db.ReportCardsShown.CountAsync(),
                    await db.CopiesGiven.CountAsync()
                );
            }
        );
        Assert.Equal((12, 1, 1, 2, 1, 1, 1, 1), (confirmed, asked, answered, attempts, signed, declared, cards, copies));
    }

    private static async Task<T> AskAsync<T>(DataFolder folder, Func<IServiceProvider, Task<T>> ask)
    {
        await using var provider = ServiceRegistration.AddEverything(new ServiceCollection().AddLogging(), folder, mayWrite: true).BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await ask(scope.ServiceProvider);
    }
}
