using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>Finds the part of a web page that is the document, and what of the page stands round it.</summary>
internal sealed class HtmlMain
{
    // What is called a menu and holds most of the words is none.
    private const int LargestFurniture = 3;

    private static readonly string[] Roles = ["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"];
    private static readonly string[] Asking = ["banner", "consent", "notice", "bar", "popup", "overlay", "dialog"];

    private readonly HashSet<IElement> furniture = new(ReferenceEqualityComparer.Instance);

    internal HtmlMain(IHtmlDocument document)
    {
        var body = document.Body!;
        var all = HtmlWords.Letters(body);
        foreach (
            var element in body.QuerySelectorAll("*").Where(element => IsNamedFurniture(element) && !element.Ancestors<IElement>().Any(furniture.Contains))
        )
        {
            if (HtmlWords.Letters(element) * LargestFurniture <= all)
            {
                furniture.Add(element);
            }
        }

        var round = furniture.Sum(HtmlWords.Letters);
        var named = body.QuerySelectorAll("main, [role=main]").OrderByDescending(HtmlWords.Letters).FirstOrDefault();
        var articles = named is null ? body.QuerySelectorAll("article").Take(2).ToList() : [];
        var chosen = named ?? (articles.Count == 1 ? articles[0] : null);
        Root = chosen is not null && HtmlWords.Letters(chosen) * 2 >= all - round ? chosen : body;
        // The head of an article names it; only that of a page belongs to the site.
        furniture.RemoveWhere(element => Root != body && Root.Contains(element) && !IsMenu(element));
        Title = Root.QuerySelector("h1") is null && body.QuerySelectorAll("h1").Take(2).ToList() is [var only] ? only : null;
    }

    internal IElement Root { get; }

    /// <summary>The only main heading of the page, where it stands outside of the document; null where it does not.</summary>
    internal IElement? Title { get; }

    /// <summary>True for menus, heads and feet of the site, and questions about cookies.</summary>
    internal bool IsFurniture(IElement element) => furniture.Contains(element);

    internal static bool IsMenu(IElement element) =>
        element.LocalName is "nav" or "dialog" or "search" || element.GetAttribute("role") is "navigation" or "search" or "dialog" or "alertdialog";

    /// <summary>What stands outside of the document, from the top of the page.</summary>
    internal IEnumerable<(INode Node, LeftOutKind Kind)> Outside(IElement body) => body == Root ? [] : OutsideOf(body);

    private IEnumerable<(INode Node, LeftOutKind Kind)> OutsideOf(IElement element)
    {
        foreach (var child in element.ChildNodes.Where(child => child != Root))
        {
            if (child is IElement inner && !furniture.Contains(inner) && (inner.Contains(Root) || inner.Descendants<IElement>().Any(furniture.Contains)))
            {
                foreach (var found in OutsideOf(inner))
                {
                    yield return found;
                }
            }
            else if (child is IText || child is IElement)
            {
                yield return (child, child is IElement own && furniture.Contains(own) ? LeftOutKind.Header : LeftOutKind.Object);
            }
        }
    }

    private static bool IsNamedFurniture(IElement element)
    {
        if (
            element.LocalName is "nav" or "footer" or "header" or "aside" or "dialog" or "search"
            || Roles.Contains(element.GetAttribute("role"), StringComparer.Ordinal)
        )
        {
            return true;
        }

        // Raw: <div id="cookie-banner">, <div class="cc-window cookie-consent">
        var names = $"{element.Id} {element.ClassName}";
        return names.Contains("cookie", StringComparison.OrdinalIgnoreCase) && Asking.Any(word => names.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
