using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using StocksGreen.Induction.Importing.Policies.Flow;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>Where links of a page really lead.</summary>
internal sealed partial class HtmlLinks
{
    private readonly Uri? home;

    internal HtmlLinks(IHtmlDocument document)
    {
        // Raw: <!-- saved from url=(0034)https://www.example.org/policies/ -->
        var said =
            document.QuerySelector("base[href]")?.GetAttribute("href")
            ?? document
                .ChildNodes.OfType<IComment>()
                .Select(comment => SavedFrom().Match(comment.Data))
                .FirstOrDefault(found => found.Success)
                ?.Groups["url"]
                .Value
            ?? document.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
        home = Uri.TryCreate(said, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
    }

    /// <returns>Null where the link leads to no place outside the page, or starts a program.</returns>
    internal string? AddressOf(string? said)
    {
        var address = said?.Trim() ?? "";
        if (address.Length == 0 || address[0] == '#' || FlowAddress.Safe(address) is not { } safe)
        {
            return null;
        }

        if (!Uri.TryCreate(safe, UriKind.Absolute, out var whole) || whole.IsFile)
        {
            return home is not null && Uri.TryCreate(home, safe, out var joined) ? FlowAddress.Safe(joined.AbsoluteUri) : safe;
        }

        // Raw: https://www.google.com/url?q=https://example.org/report&sa=D&source=editors
        return whole.Host is "www.google.com" or "google.com" && whole.AbsolutePath == "/url" && Target(whole.Query) is { } target
            ? FlowAddress.Safe(target) ?? safe
            : safe;
    }

    private static string? Target(string query) =>
        query
            .TrimStart('?')
            .Split('&')
            .Select(part => part.Split('=', 2))
            .Where(part => part is ["q" or "url", { Length: > 0 }])
            .Select(part => Uri.UnescapeDataString(part[1]))
            .FirstOrDefault();

    [GeneratedRegex(@"saved from url=(\(\d+\))?(?<url>https?://\S+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SavedFrom();
}
