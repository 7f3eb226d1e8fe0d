using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>The whole ceremony: read, ask, be answered, answer wrongly and rightly, declare, sign, see whom to tell, take the copy.</summary>
public sealed class CeremonyJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private const int Asked = 2;
    private const int FirstChecked = 3;

    [BrowserFact]
    public Task On_a_phone() => WalkAsync(Device.Phone, "Phoebe Small", "Phoebe", byKeyboard: false);

    [BrowserFact]
    public Task On_a_phone_without_script() => WalkAsync(Device.PhoneWithoutScript, "Nora Plain", "Nora", byKeyboard: false);

    [BrowserFact]
    public Task On_a_desk_by_keyboard_alone() => WalkAsync(Device.Desk, "Kezia Keys", "Kezia", byKeyboard: true);

    [BrowserFact]
    public async Task A_visitor_is_reminded_by_the_address_behind_the_code_at_reception()
    {
        var office = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        await office.GotoAsync(Urls.Visitors);
        await Expect(office.GetByRole(AriaRole.Img, new() { Name = $"QR code that leads to {new Uri(App.Address, Urls.Visit)}" })).ToBeVisibleAsync();

        var visitor = await OpenAsync(Device.PhoneWithoutScript);
        await visitor.GotoAsync(Urls.Visit);
        await visitor.GetByLabel("Your name").FillAsync("Quentin Caller");
        await visitor.GetByLabel("Where you come from").FillAsync("Weald Boilers");
        await visitor.GetByRole(AriaRole.Button, new() { Name = "I have read this" }).ClickAsync();
        await Expect(visitor.GetByRole(AriaRole.Heading, new() { Name = "Thank you" })).ToBeVisibleAsync();

        await office.ReloadAsync();
        await Expect(office.GetByRole(AriaRole.Row).Filter(new() { HasText = "Quentin Caller" }).First).ToContainTextAsync("Weald Boilers");
    }

    protected override Task<RunningApp> StartAppAsync() => School.WholeAppAsync();

    private async Task WalkAsync(Device device, string fullName, string firstName, bool byKeyboard)
    {
        var person = await App.AddPersonAsync(fullName);
        var version = await VersionAsync();
        var page = await OpenAsync(device, person);
        var keys = byKeyboard ? new TabKey(page) : null;
        var part = new PartScreen(page);
        Task PressAsync(ILocator what) => keys is null ? what.ClickAsync() : keys.PressAsync(what);
        Task ChooseAsync(ILocator what) => keys is null ? what.CheckAsync() : keys.ChooseAsync(what);
        Task TypeAsync(ILocator what, string text) => keys is null ? what.FillAsync(text) : keys.TypeAsync(what, text);

        await page.GotoAsync(Urls.Part(version.Id, 0));
        await PressAsync(part.ConfirmButton(0));
        await PressAsync(part.ConfirmButton(1));

        // A question waits for its answer; the reader goes on meanwhile.
        await PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "I don’t understand this yet" }));
        await TypeAsync(page.GetByLabel("Your question"), $"What does {firstName} do?");
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Send the question" }));
        await Expect(page.GetByText("Waiting for an answer.")).ToBeVisibleAsync();
        await AnswerAsync(fullName, $"{firstName} asks.");
        await page.ReloadAsync();
        await Expect(page.GetByText($"{firstName} asks.")).ToBeVisibleAsync();
        await PressAsync(part.ConfirmButton(Asked));

        for (var ordinal = FirstChecked; ordinal < PartScreen.Headings.Count; ordinal++)
        {
            await Expect(part.Heading(ordinal)).ToBeVisibleAsync();
            await PressAsync(part.ConfirmButton(ordinal));
            await AnswerChecksAsync(page, version, ordinal, PressAsync, ChooseAsync);
        }

        await ChooseAsync(page.GetByRole(AriaRole.Checkbox, new() { Name = "I have had access to the Social Media Policy" }));
        await ChooseAsync(page.GetByRole(AriaRole.Checkbox, new() { Name = "I have understood the contents of the Social Media Policy" }));
        await ChooseAsync(new SignScreen(page).SomethingToDiscuss);
        await TypeAsync(new SignScreen(page).FullName, fullName);
        await PressAsync(new SignScreen(page).SignButton);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = $"Thank you, {firstName}" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Where do I report?" })).ToContainTextAsync("Tell Helen Ashdown");
        await page.RunAndWaitForDownloadAsync(() => PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Download your signed copy" })));

        Assert.Empty(keys?.OutOfSight ?? []);
        await AssertRecordedAsync(person, device.HasScript);
        await App.HasIntactEvidenceAsync();
    }

    /// <summary>Wrongly at first where the first question comes, which leads back to the text; then rightly.</summary>
    private async Task AnswerChecksAsync(IPage page, PolicyVersion version, int ordinal, Func<ILocator, Task> pressAsync, Func<ILocator, Task> chooseAsync)
    {
        var answer = page.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true });
        foreach (var (turn, question) in (await ChecksAsync(version.PolicyId)).Where(check => check.IsAbout(version.Parts[ordinal])).Index())
        {
            if (ordinal == FirstChecked && turn == 0)
            {
                await chooseAsync(page.GetByRole(AriaRole.Radio, new() { Name = question.Options.First(option => !option.IsRight).Text, Exact = true }));
                await pressAsync(answer);
                await Expect(page.GetByText("Not quite.")).ToBeVisibleAsync();
                await pressAsync(page.GetByRole(AriaRole.Link, new() { Name = "try the question again" }));
            }

            await chooseAsync(page.GetByRole(AriaRole.Radio, new() { Name = question.Options.First(option => option.IsRight).Text, Exact = true }));
            await pressAsync(answer);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "That is right" })).ToBeVisibleAsync();
            await pressAsync(
                page.GetByRole(
                    AriaRole.Link,
                    new()
                    {
                        NameRegex = new System.Text.RegularExpressions.Regex(
                            "^(?:Continue:|Go to) ",
                            System.Text.RegularExpressions.RegexOptions.None,
                            TimeSpan.FromSeconds(1)
                        ),
                    }
                )
            );
        }
    }

    private async Task AnswerAsync(string fullName, string text)
    {
        var head = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Headteacher));
        await head.GotoAsync(Urls.Questions);
        await head.GetByLabel($"Your answer to {fullName}").FillAsync(text);
        await head.GetByRole(AriaRole.Article).Filter(new() { HasText = fullName }).GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Expect(head.GetByText("Your answer is next to the part.")).ToBeVisibleAsync();
        await CloseAsync(head);
    }

    private async Task AssertRecordedAsync(StaffId person, bool hasScript)
    {
        var facts = await DbAsync(async db =>
        {
            var signature = await db.Attestations.SingleAsync(row => row.StaffId == person);
            Assert.Equal(1, await db.CopiesGiven.CountAsync(row => row.AttestationId == signature.Id));
            Assert.Equal(1, await db.ReportCardsShown.CountAsync(row => row.AttestationId == signature.Id));
            Assert.Equal(1, await db.Declarations.CountAsync(row => row.StaffId == person));
            Assert.Equal(hasScript, await db.PartReadings.AnyAsync(row => row.StaffId == person && row.EndReachedAt != null));
            return AttestationFacts.Parse((await db.Evidence.SingleAsync(entry => entry.Number == signature.EvidenceNumber)).Payload!);
        });

        Assert.Equal("SomethingToDiscuss", facts.Declaration!.Outcome);
        Assert.Equal(12, facts.Ledger.Count);
        Assert.Single(Assert.Single(facts.Ledger[Asked].Questions!).Answers);
        Assert.Equal(2, facts.Ledger[FirstChecked].Quiz![0].Attempts);
        Assert.True(facts.Ledger[FirstChecked].Reopened > 0);
        Assert.All(facts.Ledger.SelectMany(part => part.Quiz ?? []).Skip(1), check => Assert.Equal(1, check.Attempts));
    }

    private Task<PolicyVersion> VersionAsync() =>
        DbAsync(async db => (await db.ReadVersionsAsync(default)).Single(version => version.Text.Title == "Social Media Policy"));

    private Task<List<QuizQuestion>> ChecksAsync(PolicyId policy) =>
        DbAsync(async db =>
            QuizQuestion
                .InUse(await db.QuizQuestions.AsNoTracking().Where(row => row.PolicyId == policy).OrderBy(row => row.EvidenceNumber).ToListAsync())
                .ToList()
        );

    private Task<T> DbAsync<T>(Func<InductionDb, Task<T>> ask) =>
        App.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return await ask(db);
        });
}
