using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>The office's two minutes in the morning: from signing in to "everybody has been reminded, and here is the list".</summary>
public sealed class TwoMinutesJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private const string Role = "-1:1 Support";
    private const int People = 27;
    private const int MostPresses = 11;

    private DataFolder folder = null!;
    private int presses;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await App.DisposeAsync();
        DemoStore.Delete(folder);
    }

    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_office_reminds_everybody_overdue_of_one_role_and_takes_the_list_along(int width)
    {
        for (var number = 1; number <= People; number++)
        {
            await App.AddPersonAsync($"Late Comer {number}", Role, daysInPost: 60);
        }

        var page = await OpenAsync(width < 500 ? Device.Phone : Device.Desk);
        var list = new ChaseScreen(page);
        await new SignInScreen(page).SignInAsync(DemoSchool.Email(DemoStaffList.Office), DemoSchool.Password);
        presses++;
        await PressAsync(page.GetByRole(AriaRole.Link, new() { NameRegex = Words("people overdue") }));
        await list.WaitUntilLiveAsync();
        var everybody = await list.Counted.InnerTextAsync();
        await list.NarrowAsync("Role", Role);
        presses++;
        await Expect(list.Counted).Not.ToHaveTextAsync(everybody);
        var shown = int.Parse(
            Regex.Match(await list.Counted.InnerTextAsync(), "^[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value,
            CultureInfo.InvariantCulture
        );
        Assert.Equal(People, shown);
        Assert.True(shown > 25, "All of them must not fit on one page.");
        var first = await page.Locator("tbody tr").First.InnerTextAsync();

        var workbook = await DownloadAsync(page, "Excel");
        var text = await DownloadAsync(page, "CSV");
        presses++;
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Choose everyone on this page" }).CheckAsync();
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = $"Choose all {shown}" }));
        await Expect(list.BulkBar).ToContainTextAsync($"{People} people");
        await PressAsync(list.BulkBar.GetByRole(AriaRole.Button, new() { Name = "Remind" }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = $"Chase {People} people" })).ToBeVisibleAsync();
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = $"Record that I wrote to these {People} people" }));
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync($"Recorded: you wrote to {People} people.");

        var signatures = await App.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return await db.Chases.CountAsync(chase =>
                chase.Channel == ChaseChannel.Email && db.People.Any(person => person.Id == chase.StaffId && person.JobTitle == Role)
            );
        });
        Assert.True(signatures > People, "Each has more than one policy to sign.");
        AssertWorkbook(workbook, signatures, first);
        AssertText(text, signatures);
        Assert.InRange(presses, 1, MostPresses);
    }

    protected override async Task<RunningApp> StartAppAsync()
    {
        folder = await DemoStore.CopyAsync(whole: true);
        return await RunningApp.StartAsync(folder);
    }

    /// <summary>As a spreadsheet reads it: the rows of the screen, and a role that looks like a formula is text.</summary>
    private static void AssertWorkbook(byte[] file, int shown, string firstOnScreen)
    {
        using var bytes = new MemoryStream(file);
        using var workbook = SpreadsheetDocument.Open(bytes, isEditable: false);
        var rows = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().ToList();
        Assert.Equal(shown + 1, rows.Count);
        var first = rows[1].Elements<Cell>().ToList();
        Assert.Contains(first[0].InnerText, firstOnScreen, StringComparison.Ordinal);
        Assert.Equal((Role, CellValues.InlineString), (first[1].InnerText, first[1].DataType!.Value));
        Assert.DoesNotContain(rows.SelectMany(row => row.Elements<Cell>()), cell => cell.CellFormula is not null);
    }

    private static void AssertText(byte[] file, int shown)
    {
        var lines = System.Text.Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(shown + 1, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.Contains(",'-1:1 Support,", line, StringComparison.Ordinal));
    }

    private async Task PressAsync(ILocator what)
    {
        presses++;
        await what.ClickAsync();
    }

    private async Task<byte[]> DownloadAsync(IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => PressAsync(page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true })));
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    private static Regex Words(string text) => new(text, RegexOptions.None, TimeSpan.FromSeconds(1));
}
