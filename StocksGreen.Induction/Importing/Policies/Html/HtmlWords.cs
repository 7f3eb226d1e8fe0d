using System.Text;
using AngleSharp.Dom;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>The words of a part of a web page that is not read for the policy.</summary>
internal static class HtmlWords
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    };

    /// <summary>True for an element that begins a line of its own.</summary>
    internal static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    internal static string Of(INode node) => string.Join(' ', Lines(node));

    /// <summary>Each line that has words, tidied.</summary>
    internal static IReadOnlyList<string> Lines(INode node)
    {
        var lines = new List<string>();
        var text = new StringBuilder();
        Read(node);
        End();
        return lines;

        void Read(INode at)
        {
            if (at is IText letters)
            {
                text.Append(letters.Data);
                return;
            }

            if (at is not IElement element || element.LocalName is "script" or "style" or "template")
            {
                return;
            }

            var isBlock = IsBlock(element) || element.LocalName is "br" or "option" or "button";
            if (isBlock)
            {
                End();
            }

            foreach (var child in element.ChildNodes)
            {
                Read(child);
            }

            if (isBlock)
            {
                End();
            }
        }

        void End()
        {
            if (Words.Tidy(text.ToString().Replace("\u00AD", "", StringComparison.Ordinal)) is { Length: > 0 } line)
            {
                lines.Add(line);
            }

            text.Clear();
        }
    }

    internal static int Letters(INode node) => Lines(node).Sum(line => line.Length);
}
