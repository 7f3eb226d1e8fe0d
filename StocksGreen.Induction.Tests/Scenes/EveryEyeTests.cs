using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Journeys;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Scenes;

/// <summary>The office's pages for people who see them otherwise: with text twice as large, in colours of their own, or read aloud.</summary>
public sealed class EveryEyeTests(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    /// <summary>What can be pressed or filled in and has neither border, underline, outline nor a drawing of its own.</summary>
    private const string Unmarked = """
        () => [...document.querySelectorAll('main :is(a, button, input, select, summary), .drawer a, .app-bar :is(a, summary, input)')]
          .filter(element => element.checkVisibility() && !element.closest('.skip-link') && element.getBoundingClientRect().width > 2)
          .filter(element => {
            const style = getComputedStyle(element);
            const hasBorder = ['Top', 'Bottom', 'Left', 'Right']
              .some(side => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none');
            const isLined = [element, ...element.querySelectorAll('*')].some(one => getComputedStyle(one).textDecorationLine.includes('underline'));
            const isDrawn = element.querySelector('svg, img, strong') !== null || element.matches('input, select, summary')
              || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
            return !hasBorder && !isLined && !isDrawn && element.textContent.trim() !== ''
              && !element.matches('.drawer__link, .card-link, .tile, .recent__line');
          })
          .map(element => element.outerHTML.slice(0, 160))
        """;

    private static readonly Dictionary<string, (string Viewer, string Url)> Pages = new(StringComparer.Ordinal)
    {
        ["today"] = (DemoStaffList.Office, Urls.Today),
        ["to sign"] = (DemoStaffList.Office, Urls.WhoHasNotSigned),
        ["matrix"] = (DemoStaffList.Headteacher, Urls.SigningMatrix),
        ["people"] = (DemoStaffList.Office, Urls.People),
        ["reviews"] = (DemoStaffList.Office, Urls.Reviews),
        ["induction"] = (DemoStaffList.Office, Urls.Inductions),
        ["questions"] = (DemoStaffList.Headteacher, Urls.Questions),
        ["declarations"] = (DemoStaffList.Headteacher, Urls.Declarations),
        ["reports"] = (DemoStaffList.Headteacher, Urls.Reports),
        ["governors’ figures"] = (DemoStaffList.Governor, Urls.GovernorsScreen),
        ["signatures"] = (DemoStaffList.Office, Urls.Signatures),
        ["on paper"] = (DemoStaffList.Office, Urls.OnPaper),
        ["visitors"] = (DemoStaffList.Office, Urls.Visitors),
        ["mail"] = (DemoStaffList.Office, Urls.Mail),
        ["calendar"] = (DemoStaffList.Office, Urls.Calendar),
        ["deadlines"] = (DemoStaffList.Office, Urls.DueRules),
        ["key roles"] = (DemoStaffList.Office, Urls.KeyRoles),
        ["staff import"] = (DemoStaffList.Office, Urls.StaffImport),
    };

    public static TheoryData<string> Names => [.. Pages.Keys];

    [BrowserTheory]
    [MemberData(nameof(Names))]
    public async Task Text_twice_as_large_on_a_phone_never_scrolls_sideways_and_forced_colours_leave_every_control_a_shape(string name)
    {
        var (viewer, url) = Pages[name];
        var page = await OpenForALookAsync(viewer);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        await page.GotoAsync(url);
        Assert.Empty(await page.EvaluateAsync<string[]>(Unmarked));

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.None });
        await page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");
        var (wide, names) = (
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
            await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)"
                    + ".map(one => one.outerHTML.slice(0, 120)).slice(0, 6)"
            )
        );
        Assert.True(wide <= Device.Phone.Width, $"{wide} wide: {string.Join(Environment.NewLine, names)}");
    }

    [BrowserFact]
    public async Task In_forced_colours_the_menu_shows_where_one_is()
    {
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        await page.GotoAsync(Urls.WhoHasNotSigned);

        const string Outline = "element => getComputedStyle(element).outlineStyle";
        var menu = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" });
        Assert.Equal("solid", await menu.GetByRole(AriaRole.Link, new() { Name = "To sign" }).EvaluateAsync<string>(Outline));
        Assert.Equal("none", await menu.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }).EvaluateAsync<string>(Outline));
    }

    [BrowserFact]
    public async Task The_matrix_is_read_aloud_as_a_grid_with_the_words_of_each_cell()
    {
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        await page.GotoAsync(Urls.SigningMatrixBy([("search", "callum brightwell")]));

        await Expect(page.GetByRole(AriaRole.Grid))
            .ToMatchAriaSnapshotAsync(
                """
                - grid "Who has signed what":
                  - rowgroup:
                    - row:
                      - columnheader "Person"
                      - columnheader "Social Media Policy"
                      - columnheader "Signed"
                  - rowgroup:
                    - row /Callum Brightwell/:
                      - rowheader "Callum Brightwell":
                        - link "Callum Brightwell"
                      - gridcell /(Overdue since|Signed on) \d+ \w+ \d{4}/
                      - gridcell /\d+ of \d+/
                  - rowgroup:
                    - row /Signed by all 1/:
                      - rowheader "Signed by all 1"
                      - gridcell
                      - gridcell
                """
            );
    }
}
