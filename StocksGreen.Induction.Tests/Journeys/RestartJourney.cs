using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>The server is restarted while someone reads.</summary>
public sealed class RestartJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private DataFolder folder = null!;
    private RunningApp? restarted;

    public override async ValueTask InitializeAsync()
    {
        folder = await DemoStore.CopyAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await (restarted ?? App).DisposeAsync();
        DemoStore.Delete(folder);
        GC.SuppressFinalize(this);
    }

    [BrowserFact]
    public async Task A_restart_between_confirming_and_signing_loses_nothing_and_signs_nobody_out()
    {
        var person = await App.AddPersonAsync("Rosalind Marsh");
        var page = await OpenAsync(Device.PhoneWithoutScript, person);
        await page.GotoAsync(Urls.MyReading);
        await page.GetByRole(AriaRole.Link, new() { Name = "Start reading (Social Media Policy)" }).ClickAsync();
        await new PartScreen(page).ConfirmButton(0).ClickAsync();
        await Expect(new PartScreen(page).Heading(1)).ToBeVisibleAsync();
        await App.ConfirmEverythingAsync(person);
        await page.GotoAsync(Urls.Sign((await App.VersionAsync()).Id));
        var sign = new SignScreen(page);
        await sign.FillInAsync("Rosalind Marsh");

        await App.DisposeAsync();
        restarted = await RunningApp.StartAsync(folder, App.Address.Port);
        await sign.SignButton.ClickAsync();

        await Expect(sign.SignedStamp).ToBeVisibleAsync();
        Assert.Single(await restarted.SignaturesOfAsync(person));
    }

    protected override Task<RunningApp> StartAppAsync() => RunningApp.StartAsync(folder);
}
