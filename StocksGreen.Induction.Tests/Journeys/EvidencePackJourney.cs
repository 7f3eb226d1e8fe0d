using System.IO.Compression;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>The headteacher makes a pack for an inspection and sees that it is complete.</summary>
public sealed class EvidencePackJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    [BrowserFact]
    public async Task A_pack_is_downloaded_while_the_page_says_how_far_it_is()
    {
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Headteacher));
        await page.GotoAsync(Urls.EvidencePacks);
        await page.WaitForFunctionAsync("() => window.Blazor !== undefined");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Make the pack" }).ClickAsync());

        await using var archive = await ZipFile.OpenReadAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal($"Evidence pack as at {RunningApp.Today:yyyy-MM-dd}.zip", download.SuggestedFilename);
        Assert.Contains(archive.Entries, entry => entry.FullName == "register.pdf");
        Assert.Contains(archive.Entries, entry => entry.FullName.StartsWith("signed-copies/Social Media Policy/Grace Adeyemi ", StringComparison.Ordinal));
        await Expect(page.GetByText("The pack is complete.")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_pack_of_chosen_people_holds_theirs_and_a_selection_that_cannot_be_is_kept_and_explained()
    {
        var page = await OpenAsync(Device.PhoneWithoutScript, await App.IdOfAsync(DemoStaffList.Headteacher));
        await page.GotoAsync(Urls.EvidencePacks);
        await page.GetByText("Only some people").ClickAsync();
        await page.GetByLabel("Grace Adeyemi").CheckAsync();
        await page.GetByLabel("Signed from").FillAsync("2026-09-15");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the pack" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("A report cannot be of a day that has not come.");
        await Expect(page.GetByLabel("Grace Adeyemi")).ToBeCheckedAsync();

        await page.GetByLabel("Signed from").FillAsync("");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Make the pack" }).ClickAsync());

        await using var archive = await ZipFile.OpenReadAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.StartsWith(
            "signed-copies/Social Media Policy/Grace Adeyemi ",
            Assert.Single(archive.Entries, entry => entry.FullName.StartsWith("signed-copies/", StringComparison.Ordinal)).FullName,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(archive.Entries, entry => entry.FullName == "register.pdf");
    }
}
