using Microsoft.Playwright;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>One part of a policy: the key details or a section.</summary>
internal sealed class PartScreen(IPage page)
{
    internal static readonly IReadOnlyList<string> Headings =
    [
        "Key details",
        "1 Policy aims and scope",
        "2 Links with other policies",
        "3 General social media expectations",
        "4 Staff use of social media",
        "4.1 Reputation",
        "4.2 Communicating with pupils and their families",
        "5 Pupils use of social media",
        "6 Parents use of social media",
        "7 Visitors use of social media",
        "8 Policy monitoring and review",
        "9 Responding to policy breaches",
    ];

    internal ILocator Text => page.GetByRole(AriaRole.Article).Locator(".policy-text");

    internal ILocator ReviewBanner => page.GetByText("This policy’s full review was due in October 2025. It stays in force until a new version is published.");

    internal ILocator Heading(int ordinal) =>
        page.GetByRole(
            AriaRole.Heading,
            new()
            {
                Level = 1,
                Name = Headings[ordinal],
                Exact = true,
            }
        );

    internal ILocator ConfirmButton(int ordinal) =>
        page.GetByRole(
            AriaRole.Button,
            new() { Name = ordinal == 0 ? "Confirm key details and go on" : $"Confirm section {Headings[ordinal].Split(' ')[0]} and go on", Exact = true }
        );
}
