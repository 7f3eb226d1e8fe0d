using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>A new starter's induction talk, recorded by one side and confirmed by the other.</summary>
public sealed class TalkJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private const string Talk = "Safe and responsible use of social media";

    protected override Task<RunningApp> StartAppAsync() => School.WholeAppAsync();

    [BrowserFact]
    public async Task A_talk_is_chased_recorded_by_the_office_and_counts_once_the_starter_confirms_it()
    {
        var starter = await App.AddPersonAsync("Tamsin Newcombe");
        var phone = await OpenAsync(Device.PhoneWithoutScript, starter);
        await phone.GotoAsync(Urls.MyInduction);
        await Expect(Lead(phone)).ToContainTextAsync("0 of 4 steps of “Induction of staff” are done.");
        await Expect(Step(phone)).ToContainTextAsync("Someone talks it through with you. Due Friday 18 September 2026");

        var office = await OpenAsync(Device.Desk, await App.AddOfficeWorkerAsync("Olive Deskworth"));
        await office.GotoAsync(Urls.Inductions);
        await Expect(Row(office)).ToContainTextAsync("not held yet");
        await Row(office).GetByRole(AriaRole.Checkbox).CheckAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Record the reminders" }).ClickAsync();
        await Expect(office.GetByText("One reminder is recorded.")).ToBeVisibleAsync();

        await Row(office).GetByRole(AriaRole.Link, new() { Name = "Record the talk" }).ClickAsync();
        foreach (var topic in await office.GetByRole(AriaRole.Group, new() { Name = "Topics that you talked through" }).GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await topic.CheckAsync();
        }

        await office.GetByLabel("I have talked Tamsin Newcombe through this").CheckAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Record the talk" }).ClickAsync();
        await Expect(office.GetByText("The person has not confirmed it yet.")).ToBeVisibleAsync();
        await office.GotoAsync(Urls.Inductions);
        await Expect(Row(office)).ToContainTextAsync("Olive Deskworth held it on 14 September 2026; waiting for their confirmation");

        await phone.ReloadAsync();
        await Expect(Lead(phone)).ToContainTextAsync("0 of 4 steps");
        await Expect(Step(phone)).ToContainTextAsync("Held; please confirm it above");
        var asked = phone.GetByRole(AriaRole.Region, new() { Name = $"Confirm the talk on {Talk}" });
        await Expect(asked).ToContainTextAsync("Olive Deskworth says that you talked");
        await asked.GetByRole(AriaRole.Button, new() { Name = "Yes, so it was" }).ClickAsync();
        await Expect(Lead(phone)).ToContainTextAsync("1 of 4 steps");
        await Expect(Step(phone)).ToContainTextAsync("With Olive Deskworth on 14 September 2026; both of you confirmed it");
        await Expect(asked).ToHaveCountAsync(0);

        // The back button brings the question again; a second answer adds nothing.
        await phone.GoBackAsync();
        await Expect(phone.GetByText("both of you confirmed it").Or(phone.GetByRole(AriaRole.Button, new() { Name = "No, not so" })).First).ToBeVisibleAsync();

        await office.GotoAsync(Urls.Inductions);
        await Expect(Row(office)).ToHaveCountAsync(0);
        await office.GetByRole(AriaRole.Link, new() { Name = "Tamsin Newcombe" }).ClickAsync();
        await Expect(office.GetByText("Confirmed by both sides")).ToBeVisibleAsync();
        await Expect(office.GetByText("Confirmed by the person on 14 September 2026, 08:50 BST.")).ToBeVisibleAsync();
    }

    private static ILocator Lead(IPage page) => page.Locator(".page__lead");

    private static ILocator Step(IPage page) => page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"Talk: {Talk}" });

    private static ILocator Row(IPage page) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Tamsin Newcombe" });
}
