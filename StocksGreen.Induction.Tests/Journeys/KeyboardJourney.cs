using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>From signing in to the signature with Tab, Space and Enter, and the focus in sight at every step.</summary>
public sealed class KeyboardJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    [BrowserFact]
    public async Task Everything_from_sign_in_to_signature_works_by_keyboard_with_the_focus_in_sight()
    {
        var person = await App.AddPersonAsync("Keziah Bright", password: "three plain words");
        var page = await OpenAsync(Device.Desk);
        var keys = new TabKey(page);
        await page.GotoAsync(Urls.SignIn);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        Assert.Equal(Urls.SignIn, new Uri(page.Url).AbsolutePath);

        await keys.TabToAsync(page.GetByLabel("School e-mail address"));
        await page.Keyboard.TypeAsync(await App.EmailOfAsync(person));
        await keys.TabToAsync(page.GetByLabel("Password"));
        await page.Keyboard.TypeAsync("three plain words");
        await page.Keyboard.PressAsync("Enter");

        await keys.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Start reading (Social Media Policy)" }));
        var part = new PartScreen(page);
        for (var ordinal = 0; ordinal < PartScreen.Headings.Count; ordinal++)
        {
            await Expect(part.Heading(ordinal)).ToBeVisibleAsync();
            await keys.PressAsync(part.ConfirmButton(ordinal));
        }

        var sign = new SignScreen(page);
        await Expect(sign.Heading).ToBeVisibleAsync();
        await keys.TabToAsync(sign.Read);
        await page.Keyboard.PressAsync("Space");
        await keys.TabToAsync(sign.Understood);
        await page.Keyboard.PressAsync("Space");
        await keys.TabToAsync(sign.NothingToDeclare);
        await page.Keyboard.PressAsync("Space");
        await keys.TabToAsync(sign.FullName);
        await page.Keyboard.TypeAsync("Keziah Bright");
        await keys.PressAsync(sign.SignButton);

        await Expect(sign.SignedStamp).ToBeVisibleAsync();
        Assert.Empty(keys.OutOfSight);
    }
}
