using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using StocksGreen.Induction.Accounts.SecondStep;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Features.Setup;
using StocksGreen.Induction.Tests.Images;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>From an empty folder to a person who has something to sign.</summary>
public sealed class FirstRunJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private readonly DataFolder folder = DemoStore.Empty();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await App.DisposeAsync();
        DemoStore.Delete(folder);
        GC.SuppressFinalize(this);
    }

    [BrowserFact]
    public async Task A_school_is_set_up_by_the_printed_code_and_its_first_person_comes_in_by_a_link_that_works_once()
    {
        var page = await OpenAsync(Device.Desk);
        await SetUpAsync(page);
        await GiveCrestAsync(page);
        await PublishAsync(page);
        var link = await AddPersonAsync(page);

        var phone = await OpenAsync(Device.PhoneWithoutScript);
        await phone.GotoAsync(link);
        await ShowsCrestAsync(phone);
        await phone.GotoAsync(link);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Sign in as Zoë O’Neill" }).ClickAsync();
        await ChoosePasswordAsync(phone);
        await Expect(phone.GetByText("You have 1 to sign, due Friday 18 September 2026, about 9 minutes.")).ToBeVisibleAsync();

        var later = await OpenAsync(Device.PhoneWithoutScript);
        await later.GotoAsync(Urls.SignIn);
        await later.GetByLabel("School e-mail address").FillAsync("zoe@stocksgreen.example");
        await later.GetByLabel("Password").FillAsync("three random words");
        await later.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(later.GetByRole(AriaRole.Heading, new() { Name = "My reading" })).ToBeVisibleAsync();

        var second = await OpenAsync(Device.Phone);
        Assert.Equal(410, (await second.GotoAsync(link))!.Status);
        await Expect(second.GetByRole(AriaRole.Heading, new() { Name = "This link no longer works" })).ToBeVisibleAsync();
        Assert.Equal(404, (await page.GotoAsync(Urls.SetUp))!.Status);
    }

    protected override Task<RunningApp> StartAppAsync() => RunningApp.StartAsync(folder);

    /// <summary>Who came in by a link is asked for a password, told when it is too short, and goes on with a good one.</summary>
    private static async Task ChoosePasswordAsync(IPage page)
    {
        await TypePasswordAsync(page, "short");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose a password of at least 12 characters.");
        await TypePasswordAsync(page, "three random words");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your password is set.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
    }

    private static async Task TypePasswordAsync(IPage page, string password)
    {
        await page.GetByLabel("New password").FillAsync(password);
        await page.GetByLabel("The same password again").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set this password" }).ClickAsync();
    }

    private async Task SetUpAsync(IPage page)
    {
        await page.GotoAsync(Urls.People);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Set up this school" })).ToBeVisibleAsync();
        await page.GetByLabel("Name of the school").FillAsync("Stocks Green Primary School");
        await page.GetByLabel("Headteacher’s full name").FillAsync("Siân Ó Briain");
        await page.GetByLabel("Headteacher’s work e-mail").FillAsync("head@stocksgreen.example");
        await EnterCodeAsync(page, "AAAAA-AAAAA");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That is not the code the server printed.");
        Assert.Equal(Urls.SetUp, new Uri(page.Url).AbsolutePath);

        await EnterCodeAsync(page, App.Services.GetRequiredService<SetUpCode>().Printed.ToLowerInvariant());
        await SetUpAppAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Publishing" })).ToBeVisibleAsync();
    }

    /// <summary>Someone who sees names needs a second step; it comes before everything else.</summary>
    private static async Task SetUpAppAsync(IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Set up your second step" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up an app" }).ClickAsync();
        await page.GetByText("No camera? Type this instead").ClickAsync();
        var secret = SecondSteps.FromBase32((await page.Locator("code.secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal));
        await page.GetByLabel("Code of the app").FillAsync(Totp.Code(secret, Totp.StepOf(DemoStore.Now)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up the app" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Your app is set up" })).ToBeVisibleAsync();
        await Expect(page.Locator(".recovery code")).ToHaveCountAsync(SecondStepService.CodesOnASheet);
        await page.Locator("main a.button").ClickAsync();
    }

    private static async Task EnterCodeAsync(IPage page, string code)
    {
        await page.GetByLabel("Set-up code").FillAsync(code);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("learning to live well");
        await page.GetByLabel("The same password again").FillAsync("learning to live well");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up the school" }).ClickAsync();
    }

    private static async Task GiveCrestAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "School’s crest" }).ClickAsync();
        var crest = page.GetByLabel("The crest as a picture");
        await crest.SetInputFilesAsync(
            new FilePayload
            {
                Name = "crest.png",
                MimeType = "image/png",
                Buffer = [0xFF, 0xD8, 0xFF, 0xE0],
            }
        );
        await page.GetByRole(AriaRole.Button, new() { Name = "Use this crest" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The picture is damaged: its dots cannot be read to the end.");

        await crest.SetInputFilesAsync(
            new FilePayload
            {
                Name = "crest.png",
                MimeType = "image/png",
                Buffer = CrestImageTests.Shield(800, 600),
            }
        );
        await page.GetByRole(AriaRole.Button, new() { Name = "Use this crest" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The crest is in use from now on.");
        await ShowsCrestAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the crest off" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The oak leaf stands at the head again.");
        await crest.SetInputFilesAsync(
            new FilePayload
            {
                Name = "crest.png",
                MimeType = "image/png",
                Buffer = CrestImageTests.Shield(800, 600),
            }
        );
        await page.GetByRole(AriaRole.Button, new() { Name = "Use this crest" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The crest is in use from now on.");
        await page.GotoAsync(Urls.Policies);
    }

    /// <summary>At the head of the page, also of one that no one has signed in to.</summary>
    private static async Task ShowsCrestAsync(IPage page) =>
        Assert.Equal(256, await page.EvalOnSelectorAsync<int>("header img", "image => image.naturalWidth"));

    private static async Task PublishAsync(IPage page)
    {
        await Expect(page.GetByText("No policy is published yet, so nobody has anything to sign.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish the Social Media Policy" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "1, 14 September 2026" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Employees, Governors, Volunteers")).ToBeVisibleAsync();
    }

    private static async Task<string> AddPersonAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a person" }).ClickAsync();
        await page.GetByLabel("Full name").FillAsync("Zoë O’Neill");
        await page.GetByLabel("School e-mail address").FillAsync("zoe@stocksgreen.example");
        await page.GetByLabel("Role", new() { Exact = true }).FillAsync("Teaching assistant");
        await page.GetByLabel("First day").FillAsync("2026-09-14");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add this person" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Zoë O’Neill is on the list." })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link, new() { Name = "Zoë O’Neill" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "One-time link" }).ClickAsync();
        await Expect(page.GetByText("One-time link for Zoë O’Neill. It signs in once and works for 7 days")).ToBeVisibleAsync();
        return await page.GetByTestId("one-time-link").InnerTextAsync();
    }
}
