using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>The office finds who has not signed and reminds them.</summary>
public sealed partial class OfficeJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private readonly string role = $"Peripatetic teacher {Guid.NewGuid():N}"[..30];

    [BrowserFact]
    public async Task The_office_lands_on_Today_which_leads_to_the_list_with_the_most_overdue_first()
    {
        var page = await OpenAsync(Device.Desk);
        await new SignInScreen(page).SignInAsync(DemoSchool.Email(DemoStaffList.Office), DemoSchool.Password);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Today" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "To sign" }).ClickAsync();
        var list = new ChaseScreen(page);
        await list.WaitUntilLiveAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Who has not signed" })).ToBeVisibleAsync();
        await Expect(page.GetByText(OverdueInWords())).ToBeVisibleAsync();
        var late = (await list.Rows.AllInnerTextsAsync()).Select(DaysLate).ToList();
        Assert.Equal(late.OrderDescending(), late);
        Assert.Contains(late, days => days > 0);
        await Expect(list.RowOf("Callum Brightwell")).ToContainTextAsync("in person");
    }

    [BrowserFact]
    public async Task The_office_narrows_the_list_by_role_standing_policy_and_search()
    {
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        var list = new ChaseScreen(page);
        await list.GoAsync();
        // A list that is live answers by itself. A page fetched next to its answer would come later and undo what was typed since.
        var fetched = new List<string>();
        page.Request += (_, request) => fetched.AddRange(request.Url.Contains(Urls.WhoHasNotSigned, StringComparison.Ordinal) ? [request.Url] : []);

        await list.NarrowAsync("Role", "Lunchtime supervisor");
        await Expect(list.Counted).ToHaveTextAsync("2 people, most overdue first.");
        await Expect(list.Rows).ToHaveCountAsync(2);
        await list.StandAsync("Overdue");
        await Expect(list.Rows).ToHaveCountAsync(1);
        await Expect(list.RowOf("Imogen Castell")).ToContainTextAsync("Long overdue");
        await list.StandAsync("Exempt");
        await Expect(page.GetByText("No one who has something to sign is left by these filters.")).ToBeVisibleAsync();
        await list.NarrowAsync("Role", "All roles");
        await Expect(list.RowOf("Gwilym Rees-Davies")).ToContainTextAsync("not asked");
        await list.StandAsync("Not signed");
        await list.NarrowAsync("Policy", "Social Media Policy");
        await list.Search.FillAsync("wendy maltravers");
        await Expect(list.RowOf("Wendy Maltravers")).ToContainTextAsync("when back");
        await Expect(list.Rows).ToHaveCountAsync(1);
        await list.StandAsync("Due");
        await page.GetByRole(AriaRole.Link, new() { Name = "Show everyone" }).ClickAsync();
        await Expect(list.Search).ToHaveValueAsync("");
        Assert.Empty(fetched);
    }

    [BrowserFact]
    public async Task Nothing_in_the_list_is_cut_off_on_desk_or_phone()
    {
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        var list = new ChaseScreen(page);
        await list.GoAsync();
        foreach (var device in new[] { Device.Desk, Device.Phone })
        {
            await page.SetViewportSizeAsync(device.Width, device.Height);
            Assert.Empty(
                await page.EvaluateAsync<string[]>(
                    """
                    () => [...document.querySelectorAll(".table :is(td, th)")]
                      .filter(cell => getComputedStyle(cell).overflowX !== "visible"
                        || (!cell.querySelector(".tick") && cell.scrollWidth > cell.clientWidth + 1))
                      .map(cell => cell.textContent)
                    """
                )
            );
        }
    }

    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_office_chases_two_people_on_desk_and_phone_and_sees_it_recorded(int width)
    {
        foreach (var fullName in new[] { "Błażej Łuczyński", "Zoë Étienne" })
        {
            await App.AddPersonAsync(fullName, $"{role}{width}", daysInPost: 30);
        }

        var page = await OpenAsync(width < 500 ? Device.Phone : Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        var list = new ChaseScreen(page);
        await list.GoAsync();
        await list.NarrowAsync("Role", $"{role}{width}");
        await list.Search.FillAsync("blazej luczynski");
        await Expect(list.Rows).ToHaveCountAsync(1);
        await list.ChooseAsync("Błażej Łuczyński");
        await list.Search.FillAsync("");
        await list.ChooseAsync("Zoë Étienne");
        await Expect(list.BulkBar).ToContainTextAsync("2 people chosen");
        await Expect(list.RowOf("Zoë Étienne")).ToContainTextAsync("not yet");

        await list.RecordContactAsync("By telephone");

        await Expect(list.Counted).ToHaveTextAsync("Recorded: 2 people reminded by telephone today.");
        await Expect(list.BulkBar.GetByText("chosen")).ToHaveCountAsync(0);
        await Expect(list.RowOf("Błażej Łuczyński")).ToContainTextAsync("14 Sept, by telephone");
        await Expect(list.RowOf("Zoë Étienne")).ToContainTextAsync("14 Sept, by telephone");
    }

    [GeneratedRegex(@"^\d+ people are overdue, \d+ due within the next five school days\.$", RegexOptions.None, 1000)]
    private static partial Regex OverdueInWords();

    [GeneratedRegex(@"(?<days>\d+) school days? late", RegexOptions.None, 1000)]
    private static partial Regex Late();

    private static int DaysLate(string row) =>
        Late().Match(row) is { Success: true } match ? int.Parse(match.Groups["days"].Value, CultureInfo.InvariantCulture) : 0;
}
