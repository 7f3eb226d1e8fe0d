using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>“End reached” is said of a part when its last line came into view, and not before.</summary>
public sealed class EndReachedJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    /// <summary>Section 3 is one long list: its first lines are in view at once, its end is not.</summary>
    private const int OneLongList = 3;

    [BrowserTheory]
    [InlineData(390, 844)]
    [InlineData(1280, 500)]
    public async Task The_end_of_a_long_list_is_reached_by_scrolling_to_it_alone(int width, int height)
    {
        var person = await App.AddPersonAsync($"Rhian Scrolls {width}");
        var page = await OpenAsync(Device.Phone with { Width = width, Height = height }, person);
        var version = (await App.VersionAsync()).Id;
        await page.GotoAsync(Urls.Part(version, OneLongList), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Expect(page.Locator(".policy-text > ul > li").First).ToBeInViewportAsync();
        Assert.Null(await EndReachedAsync(person));

        var said = page.WaitForResponseAsync(response => response.Url.EndsWith("/end", StringComparison.Ordinal));
        await page.Locator(".policy-text > ul > li:last-child").Last.EvaluateAsync("line => line.scrollIntoView({ block: 'center' })");

        Assert.True((await said).Ok);
        Assert.NotNull(await EndReachedAsync(person));
    }

    [BrowserFact]
    public async Task The_end_of_a_part_that_fits_the_screen_is_reached_at_once()
    {
        var person = await App.AddPersonAsync("Rhian Sees All");
        var page = await OpenAsync(Device.Desk with { Height = 2000 }, person);
        var said = page.WaitForResponseAsync(response => response.Url.EndsWith("/end", StringComparison.Ordinal));

        await page.GotoAsync(Urls.Part((await App.VersionAsync()).Id, OneLongList));

        Assert.True((await said).Ok);
        Assert.NotNull(await EndReachedAsync(person));
    }

    private Task<DateTimeOffset?> EndReachedAsync(StaffId person) =>
        App.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return await db.PartReadings.Where(row => row.StaffId == person && row.Ordinal == OneLongList).Select(row => row.EndReachedAt).SingleAsync();
        });
}
