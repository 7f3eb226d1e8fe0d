using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>Finds footnotes: a short link to a place further down that links back. Google Docs writes comments in the same way.</summary>
/// <remarks>
/// Raw: &lt;sup&gt;&lt;a href="#ftnt1" id="ftnt_ref1"&gt;[1]&lt;/a&gt;&lt;/sup&gt; … &lt;p&gt;&lt;a href="#ftnt_ref1" id="ftnt1"&gt;[1]&lt;/a&gt; See page 4.
/// </remarks>
internal sealed class HtmlNotes
{
    private const int LongestMark = 5;
    private const int MostNotes = 2_000;

    private readonly Dictionary<IElement, HtmlNote> byMark = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IElement, Dictionary<string, IElement>> backLinks = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<IElement> backs = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<IElement> blocks = new(ReferenceEqualityComparer.Instance);

    internal HtmlNotes(IHtmlDocument document)
    {
        var places = new Dictionary<string, IElement>(StringComparer.Ordinal);
        foreach (var element in document.All)
        {
            if (element.Id is { Length: > 0 } id)
            {
                places.TryAdd(id, element);
            }

            if (element.LocalName == "a" && element.GetAttribute("name") is { Length: > 0 } name)
            {
                places.TryAdd(name, element);
            }
        }

        var known = new Dictionary<IElement, HtmlNote>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var anchor in document.QuerySelectorAll("a[href^='#']").Take(MostNotes * 2))
        {
            var mark = string.Concat(anchor.TextContent.Where(c => !char.IsWhiteSpace(c))).Trim('[', ']', '(', ')');
            if (
                mark.Length is 0 or > LongestMark
                || !mark.All(c => char.IsLetterOrDigit(c) || c is '*' or '†' or '‡')
                || anchor.Ancestors<IElement>().Any(blocks.Contains)
                || places.GetValueOrDefault(anchor.GetAttribute("href")![1..]) is not { } target
                || BlockOf(target) is not { } block
                || block.Contains(anchor)
                || BackLink(block, anchor) is not { } back
            )
            {
                continue;
            }

            if (!known.TryGetValue(block, out var note))
            {
                var isComment = anchor.GetAttribute("href")!.StartsWith("#cmnt", StringComparison.Ordinal);
                note = new HtmlNote(taken.Add(mark) || isComment ? mark : $"{mark}{known.Count + 1}", block, back, isComment);
                known[block] = note;
                blocks.Add(block);
                backs.Add(back);
            }

            byMark[anchor] = note;
        }
    }

    /// <returns>Null for any other link.</returns>
    internal HtmlNote? OfMark(IElement anchor) => byMark.GetValueOrDefault(anchor);

    /// <summary>True for the place where a note stands: its words belong to its mark.</summary>
    internal bool IsNote(IElement block) => blocks.Contains(block);

    /// <summary>True for the link in a note that leads back to its mark.</summary>
    internal bool IsBack(IElement anchor) => backs.Contains(anchor);

    private static IElement? BlockOf(IElement target)
    {
        for (var at = target; at is not null; at = at.ParentElement)
        {
            if (at.LocalName is "p" or "li" or "div" or "td" or "dd" or "aside")
            {
                return at;
            }

            if (at.LocalName is "body" or "section" or "article" or "main" or "h1" or "h2" or "h3" or "h4")
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The link in the note that leads to the mark, or to what stands round it.</summary>
    private IElement? BackLink(IElement block, IElement anchor)
    {
        if (!backLinks.TryGetValue(block, out var links))
        {
            backLinks[block] = links = [];
            foreach (var link in block.QuerySelectorAll("a[href^='#']"))
            {
                links.TryAdd(link.GetAttribute("href")!, link);
            }
        }

        var names = new[] { anchor.Id, anchor.GetAttribute("name"), anchor.ParentElement?.Id, anchor.ParentElement?.ParentElement?.Id }
            .Where(name => name is { Length: > 0 })
            .Select(name => "#" + name);
        return names.Select(name => links.GetValueOrDefault(name)).FirstOrDefault(link => link is not null);
    }
}
