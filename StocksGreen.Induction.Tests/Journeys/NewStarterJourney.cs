using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>A new teaching assistant on a phone on which no script runs.</summary>
public sealed class NewStarterJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    [BrowserFact]
    public async Task A_new_starter_reads_every_part_on_a_phone_without_script_and_signs()
    {
        var page = await OpenAsync(Device.PhoneWithoutScript);
        await SignInAsync(page);
        await Expect(page.GetByText("You have 1 to sign, due Friday 18 September 2026, about 9 minutes.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Start reading (Social Media Policy)" }).ClickAsync();
        var firstHalf = await ReadAsync(page, [0, 1, 2, 3, 4]);
        await CloseAsync(page);

        page = await OpenAsync(Device.PhoneWithoutScript);
        await SignInAsync(page);
        await Expect(page.GetByText("5 of 12 parts confirmed")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue at 4.1 Reputation (Social Media Policy)" }).ClickAsync();
        var secondHalf = await ReadAsync(page, [5, 6, 7, 8, 9, 10, 11]);
        Assert.Equal((46, 28), (firstHalf.Bullets + secondHalf.Bullets, firstHalf.Nested + secondHalf.Nested));

        await RefuseWhatIsMissingAsync(page);
        var staleTab = await page.Context.NewPageAsync();
        await staleTab.GotoAsync(page.Url);
        await SignAsync(page);
        await SignAgainAsync(staleTab);
        Assert.Single(await App.SignaturesOfAsync(await App.IdOfAsync(DemoStaffList.NewStarter)));

        await page.GotoAsync(Urls.MyReading);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You have read and signed everything" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Signed copy of Social Media Policy (PDF)" })).ToBeVisibleAsync();
    }

    private static Task SignInAsync(IPage page) => new SignInScreen(page).SignInAsync(DemoSchool.Email(DemoStaffList.NewStarter), DemoSchool.Password);

    private static async Task<(int Bullets, int Nested)> ReadAsync(IPage page, int[] ordinals)
    {
        var part = new PartScreen(page);
        var (bullets, nested) = (0, 0);
        foreach (var ordinal in ordinals)
        {
            await Expect(part.Heading(ordinal)).ToBeVisibleAsync();
            await Expect(part.ReviewBanner).ToBeVisibleAsync();
            await Expect(part.Text).Not.ToContainTextAsync("<");
            await Expect(part.Text).Not.ToContainTextAsync("*");
            bullets += await part.Text.Locator("> ul > li").CountAsync();
            nested += await part.Text.Locator("> ul > li > ul > li").CountAsync();
            if (ordinal == 0)
            {
                Assert.Equal(["and", "at least"], await part.Text.GetByRole(AriaRole.Emphasis).AllInnerTextsAsync());
                await Expect(part.Text.GetByRole(AriaRole.Term)).ToHaveCountAsync(6);
            }

            await part.ConfirmButton(ordinal).ClickAsync();
        }

        return (bullets, nested);
    }

    private static async Task RefuseWhatIsMissingAsync(IPage page)
    {
        var sign = new SignScreen(page);
        await Expect(sign.Heading).ToBeVisibleAsync();
        await sign.SignButton.ClickAsync();
        await Expect(sign.ErrorSummary).ToBeFocusedAsync();
        await Expect(sign.ErrorSummary.GetByRole(AriaRole.Heading)).ToHaveTextAsync("4 things before you sign");
        foreach (
            var (sentence, field) in new[]
            {
                ("Tick that you have read the policy.", sign.Read),
                ("Tick that you have understood the policy. If you have not, ask before you sign.", sign.Understood),
                ("Choose whether you have something to discuss. Either answer lets you sign.", sign.NothingToDeclare),
                ("Type your full name.", sign.FullName),
            }
        )
        {
            await sign.ErrorSummary.GetByRole(AriaRole.Link, new() { Name = sentence, Exact = true }).ClickAsync();
            await Expect(field).ToBeFocusedAsync();
            await Expect(field)
                .ToHaveAccessibleDescriptionAsync(
                    new System.Text.RegularExpressions.Regex(
                        System.Text.RegularExpressions.Regex.Escape($"Error: {sentence}"),
                        default,
                        TimeSpan.FromSeconds(1)
                    )
                );
        }

        await sign.Read.CheckAsync();
        await sign.Understood.CheckAsync();
        await sign.NothingToDeclare.CheckAsync();
        await sign.FullName.FillAsync("Amelia");
        await sign.SignButton.ClickAsync();
        await Expect(sign.ErrorSummary.GetByRole(AriaRole.Link)).ToHaveTextAsync(["Type your full name as the school has it: Amelia Hart."]);
        await Expect(sign.Read).ToBeCheckedAsync();
        await Expect(sign.FullName).ToHaveValueAsync("Amelia");
    }

    private static async Task SignAsync(IPage page)
    {
        var sign = new SignScreen(page);
        await sign.FillInAsync(DemoStaffList.NewStarter);
        await sign.SignButton.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Thank you, Amelia" })).ToBeVisibleAsync();
        await Expect(sign.SignedStamp).ToBeVisibleAsync();
        await Expect(new PartScreen(page).ReviewBanner).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download your signed copy" }).ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var pdf = new MemoryStream();
        await stream.CopyToAsync(pdf);
        Assert.Equal("Social Media Policy signed by Amelia Hart.pdf", download.SuggestedFilename);
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(pdf.ToArray()), StringComparison.Ordinal);
        Assert.True(pdf.Length > 30_000, $"The whole text should be in it, yet it has {pdf.Length} bytes.");
    }

    private static async Task SignAgainAsync(IPage staleTab)
    {
        var sign = new SignScreen(staleTab);
        await sign.FillInAsync(DemoStaffList.NewStarter);
        await sign.SignButton.ClickAsync();
        await Expect(staleTab.GetByText("You had signed this version already. Your first signature stands; nothing was added.")).ToBeVisibleAsync();
        await Expect(sign.SignedStamp).ToBeVisibleAsync();
    }
}
