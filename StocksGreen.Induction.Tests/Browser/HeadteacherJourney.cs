using Microsoft.Playwright;
using StocksGreen.Induction.Cli.Demo;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Ui;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Browser;

/// <summary>The headteacher takes papers out; a governor sees figures and no names.</summary>
public sealed class HeadteacherJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    [BrowserFact]
    public async Task The_headteacher_downloads_the_governors_report_and_the_register()
    {
        var page = await OpenAsync(Device.Desk);
        await new SignInScreen(page).SignInAsync(DemoSchool.Email(DemoStaffList.Headteacher), DemoSchool.Password);
        await page.GetByRole(AriaRole.Link, new() { Name = "Reports" }).ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Governors’ report" }).GetByLabel("As at").FillAsync("2026-08-31");

        Assert.Equal("Governors report 2026-08-31.pdf", await DownloadAsync(page, "Download governors’ report"));
        Assert.Equal("Register 2026-09-14.pdf", await DownloadAsync(page, "Download register"));
    }

    [BrowserFact]
    public async Task A_governor_sees_figures_and_nobodys_name()
    {
        var page = await OpenAsync(Device.Phone);
        await new SignInScreen(page).SignInAsync(DemoSchool.Email(DemoStaffList.Governor), DemoSchool.Password);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Reports" })).ToBeVisibleAsync();
        var text = await page.Locator("body").InnerTextAsync();
        Assert.DoesNotContain(DemoStaffList.People, person => person.FullName != DemoStaffList.Governor && text.Contains(person.FullName, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Governors report 2026-09-14.pdf", await DownloadAsync(page, "Download governors’ report"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Download register" })).ToHaveCountAsync(0);
        var answer = await page.GotoAsync(Urls.Register);
        Assert.Equal(404, answer!.Status);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Page not found" })).ToBeVisibleAsync();
    }

    /// <returns>The name under which the browser would keep the file, which is a PDF.</returns>
    private static async Task<string> DownloadAsync(IPage page, string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        var start = new byte[5];
        await stream.ReadExactlyAsync(start, TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-"u8.ToArray(), start);
        return download.SuggestedFilename;
    }
}
