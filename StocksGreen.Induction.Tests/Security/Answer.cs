using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>What the server answered.</summary>
/// <param name="Location">Where it sends the browser; null where it sends it nowhere.</param>
internal sealed partial record Answer(HttpStatusCode Status, string? Location, string Body, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    internal IHtmlDocument Document => new HtmlParser().ParseDocument(Body);

    internal string Title => Document.QuerySelector("h1")?.ShownWords() ?? "";

    /// <summary>The page without what differs at every request: tokens, and the address that was asked for.</summary>
    internal string Essence => SkipLink().Replace(Token().Replace(Body, "token"), "skip link");

    internal string? Header(string name) =>
        Headers.TryGetValues(name, out var values) || ContentHeaders.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    [GeneratedRegex("CfDJ8[A-Za-z0-9_+/=-]+", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("href=\"[^\"]*#main\"", RegexOptions.None, 1000)]
    private static partial Regex SkipLink();
}
