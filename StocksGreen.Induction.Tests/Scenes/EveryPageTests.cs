using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Tests.Journeys;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Scenes;

/// <summary>What holds for every page, in every state, on every device.</summary>
public sealed class EveryPageTests(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    // A heading whose one content is a labelled box to tick is not empty, though axe takes it for that.
    private const string EveryRule =
        """{ "resultTypes": ["violations"], "runOnly": { "type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] """
        + """}, "rules": { "empty-table-header": { "enabled": false } } }""";

    // A letter stands inside the page of a mail program, whose landmarks and headings are not ours.
    private const string EveryRuleOfLetters =
        """{ "resultTypes": ["violations"], "runOnly": { "type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] } }""";

    // Dark pages have the same elements in other colours.
    private const string RulesOfColour =
        """{ "resultTypes": ["violations"], "runOnly": { "type": "rule", "values": ["color-contrast", "link-in-text-block"] } }""";

    // On a desk the same elements are wider and stand elsewhere. What only a desk shows is asked of every rule.
    private const string RulesOfSize =
        """{ "resultTypes": ["violations"], "runOnly": { "type": "rule", "values": """
        + """["target-size", "scrollable-region-focusable", "color-contrast", "link-in-text-block"] } }""";

    private const string RememberShown =
        "() => { window.shownOnPhone = new Set([...document.querySelectorAll('body *')].filter(element => element.checkVisibility())); }";

    /// <summary>The outermost elements that are shown now and were not on the phone.</summary>
    private const string OnlyHere = """
        const onlyHere = () => {
          const fresh = new Set([...document.querySelectorAll('body *')].filter(element => element.checkVisibility() && !window.shownOnPhone.has(element)));
          return [...fresh].filter(element => !fresh.has(element.parentElement));
        };
        """;

    /// <summary>Names what makes a page scroll sideways: the boxes and the words that end to the right of the window.</summary>
    private const string StickingOut = """
        () => {
          const page = document.documentElement;
          if (page.scrollWidth <= window.innerWidth) return [];
          const isCut = element => element !== document.body && element !== page
            && (getComputedStyle(element).overflowX !== 'visible' || isCut(element.parentElement));
          const place = element => [element.parentElement, element].map(one => [one.localName, ...one.classList].join('.')).join(' > ');
          const endOf = node => {
            const range = document.createRange();
            range.selectNode(node);
            return Math.max(0, ...[...range.getClientRects()].map(box => box.right));
          };
          const outside = [];
          const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
          while (nodes.nextNode()) {
            const node = nodes.currentNode;
            const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
            if (endOf(node) > window.innerWidth + 0.5 && !isCut(element)) {
              outside.push(`${place(element)} ends at ${endOf(node).toFixed(1)}: ${node.textContent.trim().slice(0, 80)}`);
            }
          }
          return [`the page is ${page.scrollWidth} wide`, ...outside];
        }
        """;

    /// <summary>Puts a word that is longer than a line into every text but those that never break: a name, a role or a title may be such a word.</summary>
    private const string LengthenWords = """
        () => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const text = texts.currentNode;
            const holder = text.parentElement;
            if (text.data.trim() && !holder.closest('script, style, option, svg') && getComputedStyle(holder).textWrapMode !== 'nowrap') {
              text.data += ' FeatherstonehaughCholmondeleyWriothesleyMarjoribanks';
            }
          }
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static TheoryData<string> Scenes => [.. Scene.All.Keys];

    [BrowserTheory]
    [MemberData(nameof(Scenes))]
    public async Task A_page_is_accessible_on_phone_and_desk_by_day_and_night_and_never_scrolls_sideways(string scene)
    {
        var (viewer, goAsync) = Scene.All[scene];
        var page = await OpenForALookAsync(viewer);
        await goAsync(App, page);
        await ShowsNothingWrongAsync(page);
    }

    [BrowserFact]
    public async Task The_set_up_page_is_accessible_too()
    {
        var folder = DemoStore.Empty();
        await using (var empty = await RunningApp.StartAsync(folder))
        {
            var page = await OpenAsync(Device.Phone, empty);
            await page.GotoAsync(Urls.SetUp);
            await ShowsNothingWrongAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Set up the school" }).ClickAsync();
            await ShowsNothingWrongAsync(page);
        }

        DemoStore.Delete(folder);
    }

    internal static async Task ShowsNothingWrongAsync(IPage page, bool isLetter = false)
    {
        var everyRule = isLetter ? EveryRuleOfLetters : EveryRule;
        // Put in once and run in the page itself: the package's own RunAxe sends the script again each time and opens another page to gather what it found.
        await page.EvaluateAsync(Axe);
        var wrong = new List<string>();
        await ShowAsync(page, Device.Phone, ColorScheme.Light);
        await page.EvaluateAsync(RememberShown);
        wrong.AddRange(await ViolationsAsync(page, everyRule, "phone, light"));
        await ShowAsync(page, Device.Phone, ColorScheme.Dark);
        wrong.AddRange(await ViolationsAsync(page, RulesOfColour, "phone, dark"));
        await ShowAsync(page, Device.Desk, ColorScheme.Light);
        wrong.AddRange(await ViolationsAsync(page, RulesOfSize, "desk, light"));
        wrong.AddRange(await ViolationsOnlyHereAsync(page, everyRule, "desk alone, light"));
        await ShowAsync(page, Device.Desk, ColorScheme.Dark);
        wrong.AddRange(await ViolationsOnlyHereAsync(page, RulesOfColour, "desk alone, dark"));
        await ContactSheet.KeepAsync(page);

        await page.SetViewportSizeAsync(320, 640);
        wrong.AddRange((await page.EvaluateAsync<string[]>(StickingOut)).Select(what => $"At 320 pixels {what}"));
        await page.EvaluateAsync(LengthenWords);
        wrong.AddRange((await page.EvaluateAsync<string[]>(StickingOut)).Select(what => $"At 320 pixels and with long words {what}"));

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>What any rule finds on a page as it is shown now.</summary>
    internal static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        await page.EvaluateAsync(RememberShown);
        return [.. await ViolationsAsync(page, EveryRule, "as shown")];
    }

    private static async Task ShowAsync(IPage page, Device device, ColorScheme colours)
    {
        await page.SetViewportSizeAsync(device.Width, device.Height);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colours });
        // A row half under the bar that stays would be taken for a target too small to hit.
        await page.EvaluateAsync("() => window.scrollTo(0, 0)");
    }

    private static Task<IEnumerable<string>> ViolationsAsync(IPage page, string options, string where) => ViolationsAsync(page, "document", options, where);

    private static Task<IEnumerable<string>> ViolationsOnlyHereAsync(IPage page, string options, string where) =>
        ViolationsAsync(page, "onlyHere()", options, where);

    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page, string place, string options, string where)
    {
        var violations = await page.EvaluateAsync<string[]>(
            $$"""
            async options => {
              {{OnlyHere}}
              const place = {{place}};
              return place.length === 0 ? [] : (await axe.run(place, JSON.parse(options))).violations
                .flatMap(violation => violation.nodes.map(node => `${violation.id}, ${violation.help}: ${node.target} ${node.html}`));
            }
            """,
            options
        );
        return violations.Select(violation => $"{where}: {violation}");
    }
}
