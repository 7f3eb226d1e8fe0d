using Microsoft.Playwright;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Ui;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Browser;

/// <summary>From signing in to the signature with Tab, Space and Enter, and the focus in sight at every step.</summary>
public sealed class KeyboardJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private const int MostStops = 60;

    // A ring that can be seen, round the control or round the label that holds it: an outline of at least two pixels, or a shadow that stands for one.
    private const string RingOfFocus = """
        () => {
          const focused = document.activeElement;
          if (!focused || focused === document.body) return "";
          const hasRing = [focused, focused.closest("label")].filter(Boolean).map(element => getComputedStyle(element))
            .some(style => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none");
          const box = focused.getBoundingClientRect();
          const isInSight = box.bottom > 0 && box.top < innerHeight && box.width > 0;
          return hasRing && isInSight ? "" : `${focused.outerHTML.slice(0, 120)} ring: ${hasRing}, in sight: ${isInSight}`;
        }
        """;

    private readonly List<string> outOfSight = [];

    [BrowserFact]
    public async Task Everything_from_sign_in_to_signature_works_by_keyboard_with_the_focus_in_sight()
    {
        var person = await App.AddPersonAsync("Keziah Bright", password: "three plain words");
        var page = await OpenAsync(Device.Desk);
        await page.GotoAsync(Urls.SignIn);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        Assert.Equal(Urls.SignIn, new Uri(page.Url).AbsolutePath);

        await TabToAsync(page, page.GetByLabel("School e-mail address"));
        await page.Keyboard.TypeAsync(await App.EmailOfAsync(person));
        await TabToAsync(page, page.GetByLabel("Password"));
        await page.Keyboard.TypeAsync("three plain words");
        await page.Keyboard.PressAsync("Enter");

        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Start reading (Social Media Policy)" }));
        var part = new PartScreen(page);
        for (var ordinal = 0; ordinal < PartScreen.Headings.Count; ordinal++)
        {
            await Expect(part.Heading(ordinal)).ToBeVisibleAsync();
            await PressAsync(page, part.ConfirmButton(ordinal));
        }

        var sign = new SignScreen(page);
        await Expect(sign.Heading).ToBeVisibleAsync();
        await TabToAsync(page, sign.Read);
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, sign.Understood);
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, sign.NothingToDeclare);
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, sign.FullName);
        await page.Keyboard.TypeAsync("Keziah Bright");
        await PressAsync(page, sign.SignButton);

        await Expect(sign.SignedStamp).ToBeVisibleAsync();
        Assert.Empty(outOfSight);
    }

    private async Task PressAsync(IPage page, ILocator what)
    {
        await TabToAsync(page, what);
        await page.Keyboard.PressAsync("Enter");
    }

    private async Task TabToAsync(IPage page, ILocator what)
    {
        await Expect(what).ToBeVisibleAsync();
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>(RingOfFocus) is { Length: > 0 } invisible)
            {
                outOfSight.Add(invisible);
            }

            if (await what.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"Tab never came to {what}.");
    }
}
