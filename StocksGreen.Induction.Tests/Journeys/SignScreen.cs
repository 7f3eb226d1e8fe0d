using Microsoft.Playwright;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>The page on which a policy is signed.</summary>
internal sealed class SignScreen(IPage page)
{
    internal ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Sign the Social Media Policy" });

    internal ILocator Read =>
        page.GetByRole(
            AriaRole.Checkbox,
            new()
            {
                Name =
                    "I have had access to the Social Media Policy of Stocks Green Primary School (version 1, published 3 June 2026) and I have read "
                    + "its contents.",
            }
        );

    internal ILocator Understood =>
        page.GetByRole(
            AriaRole.Checkbox,
            new() { Name = "I have understood the contents of the Social Media Policy of Stocks Green Primary School (version 1, published 3 June 2026)." }
        );

    internal ILocator NothingToDeclare => page.GetByRole(AriaRole.Radio, new() { Name = "Nothing to declare" });

    internal ILocator SomethingToDiscuss => page.GetByRole(AriaRole.Radio, new() { Name = "Something to discuss" });

    internal ILocator FullName => page.GetByLabel("Your full name");

    internal ILocator SignButton => page.GetByRole(AriaRole.Button, new() { Name = "Sign this policy" });

    internal ILocator ErrorSummary => page.GetByRole(AriaRole.Alert);

    internal ILocator SignedStamp => page.GetByText("Signed on 14 September 2026, 08:50 BST");

    internal async Task FillInAsync(string fullName)
    {
        await Read.CheckAsync();
        await Understood.CheckAsync();
        await NothingToDeclare.CheckAsync();
        await FullName.FillAsync(fullName);
    }
}
