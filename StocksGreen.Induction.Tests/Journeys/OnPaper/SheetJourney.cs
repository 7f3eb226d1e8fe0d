using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys.OnPaper;

/// <summary>The office enters a sheet that went round at a meeting.</summary>
public sealed class SheetJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    [BrowserFact]
    public async Task One_scan_is_chosen_once_and_stays_while_the_rest_is_put_right()
    {
        var names = new[] { "Sheet Signer One", "Sheet Signer Two" };
        foreach (var name in names)
        {
            await App.AddPersonAsync(name, "Sheet signer", daysInPost: 30);
        }

        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        await page.GotoAsync(Urls.OnPaper);
        await page.GetByRole(AriaRole.Link, new() { Name = "One sheet, many names" }).ClickAsync();
        await page.GetByLabel("Policy on the sheet").SelectOptionAsync("Social Media Policy");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show who has not signed" }).ClickAsync();
        foreach (var name in names)
        {
            await page.GetByLabel(name).CheckAsync();
        }

        await page.GetByLabel("The scan, or a photograph")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "inset-sheet.pdf",
                    MimeType = "application/pdf",
                    Buffer = "%PDF-1.7 a sheet of paper"u8.ToArray(),
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Record these signatures" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Enter the date on the paper.");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Enter who saw the person sign.");
        await Expect(page.GetByText("inset-sheet.pdf is kept: you need not choose it again.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel(names[1])).ToBeCheckedAsync();

        await page.GetByLabel("Date on the paper").FillAsync("14/9/2026");
        await page.GetByLabel("Who saw them sign").FillAsync(DemoStaffList.Headteacher);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record these signatures" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Recorded: 2 signatures.");
        foreach (var name in names)
        {
            Assert.Single(await App.SignaturesOfAsync(await App.IdOfAsync(name)));
        }
    }
}
