using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>Counts the words of a web page from its text, without anything of what makes lines of it for the policy.</summary>
internal static class HtmlCoverage
{
    internal static IReadOnlyList<string> WordsOf(IHtmlDocument document)
    {
        var words = new List<string>();
        var text = new StringBuilder();
        var styles = new HtmlStyles(document);
        var notes = new HtmlNotes(document);
        var before = FlowLook.Usual.LeftOutAs;
        Read(document.Body!, FlowLook.Usual);
        End();
        return words;

        void Read(IElement element, FlowLook outer)
        {
            var look = styles.LookOf(element, outer);
            foreach (var child in element.ChildNodes)
            {
                if (child is IText letters)
                {
                    // What is struck out stands next to what is not without a space between them.
                    text.Append(before == look.LeftOutAs ? "" : " ").Append(letters.Data.Replace("\u00AD", "", StringComparison.Ordinal));
                    before = look.LeftOutAs;
                }
                else if (child is IElement inner && !IsProgram(inner.LocalName))
                {
                    if (notes.OfMark(inner) is not null || notes.IsBack(inner))
                    {
                        text.Append(' ');
                        continue;
                    }

                    if (Parts(inner.LocalName))
                    {
                        End();
                    }

                    Read(inner, look);
                    if (Parts(inner.LocalName))
                    {
                        End();
                    }
                }
            }
        }

        void End()
        {
            var printed = HtmlHeadings.PartNumber(text.ToString().Trim());
            // Raw: "o" before an item that someone typed: a bullet and no word
            words.AddRange(CoverageCount.WordsOf(printed.Length > 0 && BulletMarker.TryRead(printed) is { } bullet ? bullet.Text : printed));
            text.Clear();
        }
    }

    private static bool IsProgram(string name) =>
        name is "script" or "style" or "template" or "textarea" or "select" or "button" or "iframe" or "svg" or "noframes";

    private static bool Parts(string name) =>
        name
            is not ("span" or "a" or "b" or "strong" or "i" or "em" or "u" or "s" or "strike" or "del" or "ins" or "sup" or "sub" or "font" or "small" or "big")
                and not (
                    "mark"
                    or "abbr"
                    or "code"
                    or "kbd"
                    or "q"
                    or "cite"
                    or "time"
                    or "label"
                    or "bdi"
                    or "bdo"
                    or "wbr"
                    or "tt"
                    or "dfn"
                    or "var"
                    or "samp"
                );
}
