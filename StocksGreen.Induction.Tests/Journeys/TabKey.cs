using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>Someone who has no mouse: Tab, Space, Enter and the arrows, with the focus in sight at every step.</summary>
internal sealed class TabKey(IPage page)
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

    /// <summary>Where the focus went without being seen.</summary>
    internal IReadOnlyList<string> OutOfSight => outOfSight;

    internal async Task PressAsync(ILocator what)
    {
        await TabToAsync(what);
        await page.Keyboard.PressAsync("Enter");
    }

    internal async Task TypeAsync(ILocator what, string text)
    {
        await TabToAsync(what);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Ticks a box; of radio buttons Tab comes to the first, and the arrows choose.</summary>
    internal async Task ChooseAsync(ILocator what)
    {
        var isRadio = await what.GetAttributeAsync("type") == "radio";
        await TabToAsync(isRadio ? page.Locator($"input[name='{await what.GetAttributeAsync("name")}']").First : what);
        await page.Keyboard.PressAsync("Space");
        for (var step = 0; isRadio && step < MostStops && !await what.IsCheckedAsync(); step++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await Expect(what).ToBeCheckedAsync();
    }

    internal async Task TabToAsync(ILocator what)
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
