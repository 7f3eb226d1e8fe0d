using Microsoft.Playwright;
using StocksGreen.Induction.Components;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>The office's list of who has not signed.</summary>
internal sealed class ChaseScreen(IPage page)
{
    internal ILocator Rows => page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader) });

    internal ILocator Counted => page.GetByRole(AriaRole.Status);

    internal ILocator Search => page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" });

    internal ILocator BulkBar => page.GetByRole(AriaRole.Region, new() { Name = "What to do with those you chose" });

    internal ILocator RowOf(string fullName) => Rows.Filter(new() { HasText = fullName });

    /// <summary>Opens the list and waits until it answers: clicks before that are lost.</summary>
    internal async Task GoAsync()
    {
        await page.GotoAsync(Urls.WhoHasNotSigned);
        await WaitUntilLiveAsync();
    }

    internal Task WaitUntilLiveAsync() => page.Locator("[data-interactive=yes]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    internal Task ChooseAsync(string fullName) => page.GetByRole(AriaRole.Checkbox, new() { Name = $"Choose {fullName}", Exact = true }).CheckAsync();

    /// <summary>Presses a button for those who are chosen.</summary>
    internal Task DoAsync(string what) => BulkBar.GetByRole(AriaRole.Button, new() { Name = what }).ClickAsync();

    /// <summary>Says how those who are chosen were reminded.</summary>
    internal async Task RecordContactAsync(string way)
    {
        await DoAsync("Record contact");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel(way).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();
    }

    /// <summary>Takes the chip of a standing.</summary>
    internal Task StandAsync(string standing) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Standing" })
            .GetByRole(
                AriaRole.Link,
                new() { NameRegex = new($"^{standing} [0-9,]+$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }
            )
            .ClickAsync();

    internal async Task NarrowAsync(string filter, string choice)
    {
        await UnfoldAsync("Filters");
        await page.GetByLabel(filter, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = choice });
        await UnfoldAsync("Filters");
    }

    /// <summary>Opens the filters or the views, and the next time closes them.</summary>
    internal Task UnfoldAsync(string what) =>
        page.Locator(".fold > summary")
            .Filter(new() { HasTextRegex = new($"^{what}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) })
            .ClickAsync();
}
