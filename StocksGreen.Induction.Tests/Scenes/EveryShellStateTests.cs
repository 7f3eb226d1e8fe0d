using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Journeys;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Scenes;

/// <summary>The shell of the office with its menus open, what is found, and each who sees another menu.</summary>
public sealed class EveryShellStateTests(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private static readonly Dictionary<string, (string Viewer, Func<IPage, Task> GoAsync)> All = new(StringComparer.Ordinal)
    {
        ["find, nothing asked"] = (DemoStaffList.Office, page => page.GotoAsync(Urls.Find)),
        ["find, people and copies"] = (DemoStaffList.Office, page => page.GotoAsync($"{Urls.Find}?q=grace")),
        ["find, policies"] = (DemoStaffList.Governor, page => page.GotoAsync($"{Urls.Find}?q=policy")),
        ["find, the code of a paper"] = (DemoStaffList.Headteacher, page => page.GotoAsync($"{Urls.Find}?q=1042-9f3a61c07b2e")),
        ["find, nothing found"] = (DemoStaffList.Office, page => page.GotoAsync($"{Urls.Find}?q=zzz")),
        ["account open"] = (DemoStaffList.Headteacher, page => OpenMenuAsync(page, "Your account")),
        ["what waits open"] = (DemoStaffList.Headteacher, page => OpenMenuAsync(page, "Nothing new|for you")),
        ["new open"] = (DemoStaffList.Office, page => OpenMenuAsync(page, @"^\s*New\s*$")),
    };

    public static TheoryData<string> Scenes => [.. All.Keys];

    [BrowserTheory]
    [MemberData(nameof(Scenes))]
    public async Task The_shell_is_accessible_on_phone_and_desk_by_day_and_night_and_never_scrolls_sideways(string scene)
    {
        var (viewer, goAsync) = All[scene];
        var page = await OpenAsync(Device.Phone, await App.IdOfAsync(viewer));
        await goAsync(page);
        await EveryPageTests.ShowsNothingWrongAsync(page);
    }

    [BrowserFact]
    public async Task The_whole_menu_of_a_phone_is_accessible()
    {
        var page = await OpenAsync(Device.Phone, await App.IdOfAsync(DemoStaffList.Headteacher));
        await page.GotoAsync(Urls.People);
        await page.GetByText("More", new() { Exact = true }).ClickAsync();
        await EveryPageTests.ShowsNothingWrongAsync(page);
    }

    [BrowserFact]
    public async Task What_is_found_while_one_types_is_accessible()
    {
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        await page.GotoAsync(Urls.People);
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("grace");
        await page.GetByRole(AriaRole.Search, new() { Name = "Everything" }).GetByRole(AriaRole.Link).First.WaitForAsync();
        Assert.Empty(await EveryPageTests.ViolationsAsync(page));
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task On_a_tablet_the_narrow_menu_is_accessible(ColorScheme colours)
    {
        var page = await OpenAsync(new Device(820, 1180), await App.IdOfAsync(DemoStaffList.Headteacher));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colours });
        await page.GotoAsync(Urls.Today);
        Assert.Empty(await EveryPageTests.ViolationsAsync(page));
    }

    private static async Task OpenMenuAsync(IPage page, string words)
    {
        await page.GotoAsync(Urls.KeyRoles);
        await page.GetByRole(AriaRole.Banner).Locator("summary", new() { HasTextRegex = new(words, RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
    }
}
