using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>The headteacher takes papers out; a governor sees figures and no names.</summary>
public sealed class HeadteacherJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    [BrowserFact]
    public async Task The_headteacher_downloads_the_governors_report_and_the_register()
    {
        var page = await OpenAsync(Device.Desk);
        await new SignInScreen(page).SignInAsync(DemoSchool.Email(DemoStaffList.Headteacher), DemoSchool.Password);
        await page.GetByRole(AriaRole.Link, new() { Name = "Reports" }).ClickAsync();
        await page.GetByLabel("As at").FillAsync("11/09/2026");

        Assert.Equal("Policy compliance, Autumn term 2026.pdf", await DownloadAsync(page, "PDF (governors’ report)"));
        Assert.Equal("Register 2026-09-11.pdf", await DownloadAsync(page, "Register, PDF (register)"));
        Assert.Equal("Matrix 2026-09-11.pdf", await DownloadAsync(page, "Matrix, PDF (matrix)"));
        Assert.Equal("Register 2026-09-11.xlsx", await DownloadAsync(page, "Excel (register)", "PK\u0003\u0004"));
        Assert.Equal("Policy compliance, Autumn term 2026.csv", await DownloadAsync(page, "CSV (governors’ report)", "\uFEFFFigures of,Name"));

        await page.GotoAsync(Urls.Reports);
        var made = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Matrix, PDF" }).Filter(new() { HasText = "11 September 2026" });
        await Expect(made).ToContainTextAsync(DemoStaffList.Headteacher);
        var again = await page.RunAndWaitForDownloadAsync(() => made.GetByRole(AriaRole.Link).ClickAsync());
        Assert.Equal("Matrix 2026-09-11.pdf", again.SuggestedFilename);
    }

    [BrowserFact]
    public async Task All_for_an_inspection_is_one_press_and_its_end_is_said()
    {
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Headteacher));
        await page.GotoAsync(Urls.Reports);
        await page.WaitForFunctionAsync("() => window.Blazor !== undefined");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Make the bundle" }).ClickAsync());

        await using var archive = await ZipFile.OpenReadAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Subset(
            archive.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.Ordinal),
            new HashSet<string>(["index.html", "matrix.pdf", "register.pdf", "gaps.csv", "governors-report.pdf"], StringComparer.Ordinal)
        );
        await Expect(page.GetByText("The pack is complete.")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Bundle for an inspection" }).First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_governor_sees_charts_on_screen_and_no_figures_of_a_few()
    {
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Governor));
        await page.GotoAsync(Urls.Reports);
        await page.GetByRole(AriaRole.Button, new() { Name = "See on screen" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Governors’ figures" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Signatures by group" })).ToContainTextAsync("Fewer than 5 people: not shown");
        await page.GetByLabel("As at").FillAsync("1/1/2099");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("A report cannot be of a day that has not come.");
    }

    [BrowserFact]
    public async Task The_office_downloads_the_papers_it_prints_and_no_figures_for_governors()
    {
        var page = await OpenAsync(Device.Phone);
        await new SignInScreen(page).SignInAsync(DemoSchool.Email(DemoStaffList.Office), DemoSchool.Password);
        await page.GotoAsync(Urls.Reports);

        await page.GetByLabel("Policy", new() { Exact = true }).SelectOptionAsync("Social Media Policy");
        Assert.Equal("Sign-off sheet Social Media Policy 2026-09-14.pdf", await DownloadAsync(page, "PDF (sign-off sheet)"));
        await page.GetByLabel("Person", new() { Exact = true }).SelectOptionAsync($"{DemoStaffList.NewStarter}, Teaching assistant");
        Assert.Equal($"Induction record of {DemoStaffList.NewStarter} 2026-09-14.pdf", await DownloadAsync(page, "PDF (induction record)"));
        Assert.Equal("Reminder slips 2026-09-14.pdf", await DownloadAsync(page, "PDF (reminder slips)"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Governors’ report" })).ToHaveCountAsync(0);
        Assert.Equal(404, (await page.GotoAsync(Urls.GovernorsReport))!.Status);
    }

    [BrowserFact]
    public async Task A_day_that_has_not_come_leads_back_to_a_sentence()
    {
        var page = await OpenAsync(Device.Desk);
        await new SignInScreen(page).SignInAsync(DemoSchool.Email(DemoStaffList.Headteacher), DemoSchool.Password);
        await page.GotoAsync(Urls.Register + "?asAt=2099-01-01");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("A report cannot be of a day that has not come.");
        await page.GotoAsync(Urls.GovernorsWorkbook + "?asAt=1999-01-01");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The school’s record begins on");
    }

    [BrowserFact]
    public async Task A_governor_sees_figures_and_nobodys_name()
    {
        var page = await OpenAsync(Device.Phone);
        await new SignInScreen(page).SignInAsync(DemoSchool.Email(DemoStaffList.Governor), DemoSchool.Password);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Reports" })).ToBeVisibleAsync();
        var text = await page.Locator("body").InnerTextAsync();
        Assert.DoesNotContain(
            DemoStaffList.People,
            person => person.FullName != DemoStaffList.Governor && text.Contains(person.FullName, StringComparison.OrdinalIgnoreCase)
        );
        Assert.Equal("Policy compliance, Autumn term 2026.pdf", await DownloadAsync(page, "PDF (governors’ report)"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Register, PDF (register)" })).ToHaveCountAsync(0);
        var answer = await page.GotoAsync(Urls.Register);
        Assert.Equal(404, answer!.Status);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Page not found" })).ToBeVisibleAsync();
    }

    /// <returns>The name under which the browser would keep the file, which begins as files of its kind do.</returns>
    private static async Task<string> DownloadAsync(IPage page, string button, string beginning = "%PDF-")
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        var start = new byte[Encoding.UTF8.GetByteCount(beginning)];
        await stream.ReadExactlyAsync(start, TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetBytes(beginning), start);
        return download.SuggestedFilename;
    }
}
