using System.Text;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Importing.Policies;
using StocksGreen.Induction.Tests.Journeys;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Scenes;

/// <summary>The pages of a draft that was read from a document with tables, struck-out words and places to fill in.</summary>
public sealed class EveryImportedPageTests(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private static readonly Dictionary<string, Func<IPage, Task>> All = new(StringComparer.Ordinal)
    {
        ["imported draft, with places to fill in"] = page => ImportAsync(page, "Documents/Word/acceptable-use-draft.docx"),
        ["imported draft, with merged cells"] = page => ImportAsync(page, "Documents/Word/online-safety-merged-cells.docx"),
        ["imported draft, of a PDF"] = page => ImportAsync(page, "Documents/Pdf/infection-control-matrix.pdf"),
        ["imported draft, with wide tables"] = page => ImportAsync(page, "wide tables.md", Encoding.UTF8.GetBytes(WideTables)),
        ["what an import left out"] = async page =>
        {
            await ImportAsync(page, "Documents/Word/acceptable-use-draft.docx");
            await page.GotoAsync(page.Url + "/left-out");
        },
        ["what an import left out, one decided"] = async page =>
        {
            await ImportAsync(page, "Documents/Word/acceptable-use-draft.docx");
            await page.GotoAsync(page.Url + "/left-out");
            await page.Locator("#fidelity .draft__actions button").First.ClickAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = "Decided", Exact = true }).WaitForAsync();
        },
        ["publish, something still to be decided"] = async page =>
        {
            await ImportAsync(page, "Documents/Word/acceptable-use-draft.docx");
            await page.GotoAsync(page.Url + "/publish");
        },
    };

    /// <summary>On a phone the first becomes cards, and the second fits as it is.</summary>
    private const string WideTables = """
        # Trip Policy

        ## 1. Who does what

        | Who | What they do | By when | Where it is written down |
        | --- | --- | --- | --- |
        | Class teacher | Tells the lead about any concern | The same day | On a yellow form |
        | Headteacher | | At the end of each term | In the report to governors |

        | Device | Staff | Pupils |
        | --- | --- | --- |
        | Phone | ✓ | ✗ |
        """;

    public static TheoryData<string> Scenes => [.. All.Keys];

    [BrowserTheory]
    [MemberData(nameof(Scenes))]
    public async Task A_page_is_accessible_on_phone_and_desk_by_day_and_night_and_never_scrolls_sideways(string scene)
    {
        var page = await OpenForALookAsync(DemoStaffList.Office);
        await All[scene](page);
        await EveryPageTests.ShowsNothingWrongAsync(page);
    }

    private static Task ImportAsync(IPage page, string resource) =>
        ImportAsync(page, Path.GetFileName(resource), Imports.Resource(typeof(EveryImportedPageTests).Assembly, resource));

    private static async Task ImportAsync(IPage page, string name, byte[] bytes)
    {
        await page.GotoAsync(Urls.PolicyImport);
        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/octet-stream",
                    Buffer = bytes,
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Import and look at it" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Key details", Exact = true }).WaitForAsync();
    }
}
