using System.Collections.Concurrent;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>Around every page of the office: menu, search, what waits, and the way back.</summary>
public sealed class ShellJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private const int MostBytes = 400 * 1024;

    [BrowserFact]
    public async Task A_person_is_found_by_keyboard_from_any_page()
    {
        var page = await OfficeAsync(Device.Desk);
        await page.GotoAsync(Urls.Calendar);
        await page.Keyboard.PressAsync("Control+k");
        await Expect(Box(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("halvorsen");
        await Expect(FoundLink(page, "Ingrid Halvorsen")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(FoundLink(page, "Ingrid Halvorsen")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Ingrid Halvorsen" })).ToBeVisibleAsync();
        await Expect(page).ToHaveTitleAsync("Ingrid Halvorsen – Stocks Green Policies");
    }

    /// <summary>Someone who types fast and presses Enter must come to what was typed, and never to the first line of an older answer.</summary>
    [BrowserFact]
    public async Task Enter_before_any_answer_asks_for_what_was_typed_and_nothing_is_swallowed_on_a_slow_line()
    {
        var page = await OfficeAsync(Device.Desk);
        await page.GotoAsync(Urls.Today);
        await page.RouteAsync(
            "**/find?q=*",
            async route =>
            {
                await Task.Delay(300);
                await route.ContinueAsync();
            }
        );
        await page.Keyboard.PressAsync("/");
        await Box(page).PressSequentiallyAsync("ingrid halvorsen", new() { Delay = 40 });
        await Expect(Box(page)).ToHaveValueAsync("ingrid halvorsen");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Found for “ingrid halvorsen”" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Ingrid Halvorsen" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_shell_works_without_script()
    {
        var page = await OfficeAsync(Device.PhoneWithoutScript);
        await page.GotoAsync(Urls.Today);
        await page.GetByText("More", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Key roles", Exact = true }).ClickAsync();
        await Expect(
                page.GetByRole(
                    AriaRole.Heading,
                    new()
                    {
                        Level = 1,
                        Name = "Key roles",
                        Exact = true,
                    }
                )
            )
            .ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Find" }).ClickAsync();
        await page.GetByLabel("A name, a policy, a role or the code of a paper").FillAsync("zzz");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await Expect(page.GetByText("Nothing matches.")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_menu_stays_as_narrow_as_it_was_left_and_marks_where_one_is()
    {
        var page = await OfficeAsync(Device.Desk);
        await page.GotoAsync(Urls.People);
        await page.GetByRole(AriaRole.Button, new() { Name = "Narrow the menu" }).ClickAsync();
        await page.GotoAsync(Urls.StaffImport);

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Widen the menu" })).ToBeVisibleAsync();
        var here = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).Locator("[aria-current=true]");
        await Expect(here).ToHaveTextAsync("People");
        Assert.True((await page.Locator(".drawer").BoundingBoxAsync())!.Width <= 64);
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Breadcrumb" }).GetByRole(AriaRole.Link)).ToHaveTextAsync(["Today", "People"]);
    }

    [BrowserFact]
    public async Task A_menu_closes_with_Escape_and_gives_the_focus_back()
    {
        var page = await OfficeAsync(Device.Desk);
        await page.GotoAsync(Urls.Today);
        var account = page.Locator("summary", new() { HasText = "Your account" });
        await account.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeHiddenAsync();
        await Expect(account).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task The_first_live_page_of_the_office_weighs_at_most_400_KB_and_all_of_it_is_ours()
    {
        var cold = await OfficeAsync(Device.Desk);
        var requests = new ConcurrentQueue<IRequest>();
        cold.RequestFinished += (_, request) => requests.Enqueue(request);
        await new ChaseScreen(cold).GoAsync();
        await cold.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var sizes = await Task.WhenAll(requests.Select(async request => (request.Url, Bytes: Bytes(await request.SizesAsync()))));
        Assert.Contains(sizes, size => size.Url.Contains("MudBlazor.min.css", StringComparison.Ordinal));
        Assert.True(sizes.Sum(size => size.Bytes) <= MostBytes, string.Join(Environment.NewLine, sizes.Select(size => $"{size.Bytes} {size.Url}")));
        TestContext.Current.TestOutputHelper?.WriteLine($"{sizes.Sum(size => size.Bytes)} bytes in {sizes.Length} requests");
    }

    private async Task<IPage> OfficeAsync(Device device) => await OpenAsync(device, await App.IdOfAsync(DemoStaffList.Office));

    private static ILocator Box(IPage page) => page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a person, policy or paper" });

    private static ILocator FoundLink(IPage page, string words) =>
        page.GetByRole(AriaRole.Search, new() { Name = "Everything" }).GetByRole(AriaRole.Link, new() { Name = words });

    private static int Bytes(RequestSizesResult sizes) => sizes.ResponseHeadersSize + sizes.ResponseBodySize;
}
