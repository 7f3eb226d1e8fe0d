using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>Sessions that grow old or end: one school for all of these tests, whose clock each of them sets back and moves.</summary>
public sealed class SessionJourney(SharedSchool school, SharedBrowser browser, OwnSchool own) : BrowserTest(school, browser), IClassFixture<OwnSchool>
{
    private const string Password = "three plain words";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        App.Clock.Now = DemoStore.Now;
    }

    [BrowserFact]
    public async Task A_passkey_is_added_signs_in_and_shows_again_who_signs()
    {
        var person = await App.AddPersonAsync("Petra Keyes", password: Password);
        var page = await OpenAsync(Device.Phone);
        var authenticator = await page.Context.NewCDPSessionAsync(page);
        await authenticator.SendAsync("WebAuthn.enable");
        await authenticator.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["options"] = new
                {
                    protocol = "ctap2",
                    transport = "internal",
                    hasResidentKey = true,
                    hasUserVerification = true,
                    isUserVerified = true,
                    automaticPresenceSimulation = true,
                },
            }
        );
        await new SignInScreen(page).SignInAsync(await App.EmailOfAsync(person), Password);
        await page.GetByRole(AriaRole.Link, new() { Name = "Passkeys" }).ClickAsync();
        var add = page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey on this device" });
        await page.GetByLabel("What you call it").FillAsync("My phone");
        await page.GetByLabel("Your password").FillAsync("not it");
        await add.ClickAsync();
        await Expect(page.GetByText("That is not your present password.")).ToBeVisibleAsync();
        await page.GetByLabel("Your password").FillAsync(Password);
        await add.ClickAsync();
        await Expect(page.GetByText("Your passkey is added. Use it the next time you sign in.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "My reading" })).ToBeVisibleAsync();

        await App.ConfirmEverythingAsync(person);
        App.Clock.Now += TimeSpan.FromMinutes(61);
        await page.GotoAsync(Urls.Sign((await App.VersionAsync()).Id));
        var sign = new SignScreen(page);
        await sign.FillInAsync("Petra Keyes");
        await sign.SignButton.ClickAsync();
        await Expect(sign.ErrorSummary.GetByRole(AriaRole.Link)).ToHaveTextAsync(["Show again that it is you: you signed in more than an hour ago."]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Or show a passkey" }).ClickAsync();
        await Expect(page.GetByText("Your passkey was shown.")).ToBeVisibleAsync();
        await sign.SignButton.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Thank you, Petra" })).ToBeVisibleAsync();
        var identity = (await FactsAsync(person)).Identity;
        Assert.Equal(("passkey", "passkey"), (identity.Method, identity.ProvedAgain));

        await page.GotoAsync(Urls.Passkeys);
        await page.GetByRole(AriaRole.Radio, new() { Name = "Take away the passkey My phone" }).CheckAsync();
        await page.GetByText("Take the chosen passkey away").ClickAsync();
        await page.GetByLabel("Your password, to take a passkey away").FillAsync("not it");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it away" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("No passkey was taken away");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Take away the passkey My phone" }).CheckAsync();
        await page.GetByLabel("Your password, to take a passkey away").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it away" }).ClickAsync();
        await Expect(page.GetByText("My phone", new() { Exact = true })).Not.ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByText("That passkey is not known here. Sign in with your password.").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_session_that_ends_mid_way_loses_nothing_and_leads_back_to_the_same_place()
    {
        var person = await App.AddPersonAsync("Sadie Long", password: Password);
        var email = await App.EmailOfAsync(person);
        var version = (await App.VersionAsync()).Id;
        var page = await OpenAsync(Device.PhoneWithoutScript);
        var part = new PartScreen(page);
        await new SignInScreen(page).SignInAsync(email, Password);
        await page.GotoAsync(Urls.Part(version, 0));
        await part.ConfirmButton(0).ClickAsync();
        await Expect(part.Heading(1)).ToBeVisibleAsync();

        // Two tabs and the back button: the same part confirmed again goes on as before.
        await page.GoBackAsync();
        await Expect(part.Heading(0)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue: 1 Policy aims and scope" }).Or(part.ConfirmButton(0)).First.ClickAsync();
        await Expect(part.Heading(1)).ToBeVisibleAsync();
        App.Clock.Now += TimeSpan.FromHours(3);
        await part.ConfirmButton(1).ClickAsync();
        await SignInHereAsync(page, email);
        await Expect(part.Heading(1)).ToBeVisibleAsync();
        await part.ConfirmButton(1).ClickAsync();
        await Expect(part.Heading(2)).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "I don’t understand this yet" }).ClickAsync();
        await page.GetByLabel("Your question").FillAsync("Which of them\nare meant? “All”?");
        App.Clock.Now += TimeSpan.FromHours(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the question" }).ClickAsync();
        await SignInHereAsync(page, email);
        await Expect(page.GetByText("What you had entered is still here")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Your question")).ToHaveValueAsync("Which of them\nare meant? “All”?");
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Your question")).ToHaveValueAsync("");
        await page.GoBackAsync();

        await App.ConfirmEverythingAsync(person);
        await page.GotoAsync(Urls.Sign(version));
        var sign = new SignScreen(page);
        await sign.FillInAsync("Sadie Long");
        App.Clock.Now += TimeSpan.FromHours(3);
        await sign.SignButton.ClickAsync();
        await SignInHereAsync(page, email);
        await Expect(sign.Read).ToBeCheckedAsync();
        await Expect(sign.Understood).ToBeCheckedAsync();
        await Expect(sign.NothingToDeclare).ToBeCheckedAsync();
        await Expect(sign.FullName).ToHaveValueAsync("Sadie Long");
        Assert.Empty(await App.SignaturesOfAsync(person));
        await sign.SignButton.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Thank you, Sadie" })).ToBeVisibleAsync();
        Assert.Single(await App.SignaturesOfAsync(person));
        Assert.Equal(12, await CountAsync(db => db.Confirmations.CountAsync(row => row.StaffId == person)));
    }

    [BrowserFact]
    public async Task Two_tabs_a_double_press_and_the_back_button_sign_once_and_declare_once()
    {
        var person = await App.AddPersonAsync("Tabea Twin");
        await App.ConfirmEverythingAsync(person);
        var page = await OpenAsync(Device.Phone, person);
        await page.GotoAsync(Urls.Sign((await App.VersionAsync()).Id));
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        foreach (var tab in new[] { page, other })
        {
            var sign = new SignScreen(tab);
            await sign.FillInAsync("Tabea Twin");
            await sign.SomethingToDiscuss.CheckAsync();
        }

        await new SignScreen(page).SignButton.DblClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Thank you, Tabea" })).ToBeVisibleAsync();
        await new SignScreen(other).SignButton.ClickAsync();
        await Expect(other.GetByText("You had signed this version already. Your first signature stands; nothing was added.")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Thank you, Tabea" })).ToBeVisibleAsync();
        await Expect(new SignScreen(page).SignButton).ToHaveCountAsync(0);

        Assert.Single(await App.SignaturesOfAsync(person));
        Assert.Equal(1, await CountAsync(db => db.Declarations.CountAsync(row => row.StaffId == person)));
    }

    [BrowserFact]
    public async Task What_one_person_typed_is_not_shown_to_the_next_who_signs_in_there()
    {
        var first = await App.AddPersonAsync("Una First", password: Password);
        var second = await App.AddPersonAsync("Vera Second", password: Password);
        var version = (await App.VersionAsync()).Id;
        var page = await OpenAsync(Device.Desk);
        await new SignInScreen(page).SignInAsync(await App.EmailOfAsync(first), Password);
        await page.GotoAsync(Urls.Ask(version, 0));
        await page.GetByLabel("Your question").FillAsync("Mine alone");
        App.Clock.Now += TimeSpan.FromHours(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the question" }).ClickAsync();
        await SignInHereAsync(page, await App.EmailOfAsync(second));

        await Expect(page.GetByLabel("Your question")).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task At_the_schools_device_a_session_is_opened_by_a_code_and_ends_by_itself()
    {
        var person = await App.AddPersonAsync("Kit Osk");
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        await page.GotoAsync(Urls.Person(person));
        await page.GetByRole(AriaRole.Button, new() { Name = "One-time code" }).ClickAsync();
        var code = await page.GetByTestId("one-time-code").InnerTextAsync();
        await page.GotoAsync(Urls.People);
        await page.GetByText("Sign in at the school’s own device").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make this the school’s signing device" }).ClickAsync();
        await page.GetByLabel("Your name").SelectOptionAsync(new SelectOptionValue { Value = person.ToString() });
        await page.GetByLabel("One-time code").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Shared device. You are signed in as Kit Osk.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Passkeys" })).Not.ToBeVisibleAsync();
        Assert.Equal(404, (await page.GotoAsync(Urls.Passkeys))!.Status);

        // A page that no one turns asks whether someone is there, then ends the session; the browser does so by itself after these seconds.
        var part = Urls.Part((await App.VersionAsync()).Id, 0);
        await page.GotoAsync(part);
        var stillThere = await RefreshAsync(page, "^600;url=(.*)$");
        await page.GotoAsync(stillThere);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Go on reading" })).ToHaveAttributeAsync("href", part);
        await page.GotoAsync(await RefreshAsync(page, "^120;url=(.*)$"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Read and sign here" })).ToBeVisibleAsync();
        await page.GotoAsync(Urls.MyReading);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
        await ShowsNothingOfAsync(page, "Kit Osk", back: 6);
    }

    [BrowserFact]
    public async Task At_the_schools_device_nothing_of_a_person_is_left_when_the_time_is_over()
    {
        var person = await App.AddPersonAsync("Kim Osgood");
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        await page.GotoAsync(Urls.Person(person));
        await page.GetByRole(AriaRole.Button, new() { Name = "One-time code" }).ClickAsync();
        var code = await page.GetByTestId("one-time-code").InnerTextAsync();
        await page.GotoAsync(Urls.People);
        await page.GetByText("Sign in at the school’s own device").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make this the school’s signing device" }).ClickAsync();
        await SignInAtDeviceAsync(page, person, code);
        await Expect(page.GetByText("Shared device. You are signed in as Kim Osgood.")).ToBeVisibleAsync();
        await page.GotoAsync(Urls.Ask((await App.VersionAsync()).Id, 0));
        await page.GetByLabel("Your question").FillAsync("Mine alone");

        // No one pressed anything for two hours; the next person does.
        App.Clock.Now += TimeSpan.FromHours(2) + TimeSpan.FromSeconds(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the question" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Read and sign here" })).ToBeVisibleAsync();
        await ShowsNothingOfAsync(page, "Mine alone", back: 1);
        await ShowsNothingOfAsync(page, "Shared device. You are signed in", back: 3);
        await page.GotoAsync(Urls.Kiosk);
        await SignInAtDeviceAsync(page, person, code);
        await Expect(page.GetByText("Name and code do not fit, or the code has been used or is too old.").First).ToBeVisibleAsync();
        Assert.Equal(0, await CountAsync(db => db.ReaderQuestions.CountAsync(row => row.StaffId == person)));
    }

    [BrowserFact]
    public async Task An_open_list_closes_by_itself_when_its_person_signs_out_in_another_tab()
    {
        var page = await OpenAsync(Device.Desk, await App.AddOfficeWorkerAsync("Lia Live"));
        await page.GotoAsync(Urls.WhoHasNotSigned);
        await Expect(page.Locator("[data-interactive=yes]")).ToBeAttachedAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(Urls.MyReading);
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
    }

    private static async Task SignInAtDeviceAsync(IPage page, StaffId person, string code)
    {
        await page.GetByLabel("Your name").SelectOptionAsync(new SelectOptionValue { Value = person.ToString() });
        await page.GetByLabel("One-time code").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    /// <summary>Presses Back several times; the words are on none of the pages.</summary>
    private static async Task ShowsNothingOfAsync(IPage page, string words, int back)
    {
        for (var step = 0; step < back; step++)
        {
            await page.GoBackAsync();
            // The list of names to pick from is no person's own.
            await Expect(page.Locator("main")).ToBeVisibleAsync();
            await Expect(page.GetByText(words).And(page.Locator(":not(option)"))).ToHaveCountAsync(0);
            Assert.DoesNotContain(
                await page.Locator("textarea").EvaluateAllAsync<string[]>("all => all.map(one => one.value)"),
                text => text.Contains(words, StringComparison.Ordinal)
            );
        }
    }

    protected override Task<RunningApp> StartAppAsync() => Task.FromResult(own.App);

    private static async Task<string> RefreshAsync(IPage page, string pattern) =>
        Regex
            .Match(await page.Locator("meta[http-equiv=refresh]").GetAttributeAsync("content") ?? "", pattern, default, TimeSpan.FromSeconds(1))
            .Groups[1]
            .Value;

    private static async Task SignInHereAsync(IPage page, string email)
    {
        await page.GetByLabel("School e-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    private Task<AttestationFacts> FactsAsync(StaffId person) =>
        CountAsync(async db =>
        {
            var number = (await db.Attestations.SingleAsync(row => row.StaffId == person)).EvidenceNumber;
            return AttestationFacts.Parse((await db.Evidence.SingleAsync(entry => entry.Number == number && entry.Kind == EvidenceKind.PolicySigned)).Payload!);
        });

    private Task<T> CountAsync<T>(Func<InductionDb, Task<T>> ask) =>
        App.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return await ask(db);
        });
}
