using System.Text;
using System.Xml;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.OpenDocument;

/// <summary>Counts the words of a document from its content as it is written, without anything of what reads it for the policy.</summary>
internal static class OdtCoverage
{
    internal static IReadOnlyList<string> WordsOf(OdtPackage package)
    {
        var words = new List<string>();
        var text = new StringBuilder();
        using var reader = OdtPackage.Reader(package.ContentXml);
        var styles = new OdtStyles(package.Styles is { } shared ? [shared, package.Content] : [package.Content]);
        var apart = new Stack<bool>();
        var (isBody, depth) = (false, 0);
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && IsPassedOver(reader.LocalName))
            {
                reader.Skip();
                continue;
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element or XmlNodeType.EndElement when reader.LocalName == "body":
                    isBody = reader.NodeType == XmlNodeType.Element;
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement when reader.LocalName is "p" or "h":
                    depth +=
                        reader.IsEmptyElement ? 0
                        : reader.NodeType == XmlNodeType.Element ? 1
                        : -1;
                    End();
                    break;
                case XmlNodeType.Element when reader.LocalName == "span" && !reader.IsEmptyElement:
                    // What is struck out stands next to what is not without a space between them.
                    var isApart = StyleOf(reader) is { } name && styles.LookOf("text", name, FlowLook.Usual).LeftOutAs is not null;
                    apart.Push(isApart);
                    text.Append(isApart ? " " : "");
                    break;
                case XmlNodeType.EndElement when reader.LocalName == "span":
                    text.Append(apart.Pop() ? " " : "");
                    break;
                case XmlNodeType.Element when reader.LocalName is "s" or "tab" or "line-break":
                    text.Append(' ');
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when isBody && depth > 0:
                    text.Append(reader.Value.Replace("\u00AD", "", StringComparison.Ordinal));
                    break;
            }

            reader.Read();
        }

        End();
        return words;

        void End()
        {
            // Raw: "o" and a tab before an item that someone typed: a bullet and no word
            var printed = text.ToString().Trim();
            words.AddRange(CoverageCount.WordsOf(printed.Length > 0 && BulletMarker.TryRead(printed) is { } bullet ? bullet.Text : printed));
            text.Clear();
        }
    }

    private static string? StyleOf(XmlReader span)
    {
        for (var found = span.MoveToFirstAttribute(); found; found = span.MoveToNextAttribute())
        {
            if (span.LocalName == "style-name")
            {
                var name = span.Value;
                span.MoveToElement();
                return name;
            }
        }

        span.MoveToElement();
        return null;
    }

    private static bool IsPassedOver(string name) =>
        name
            is "tracked-changes"
                or "annotation"
                or "note-citation"
                or "number"
                or "script"
                or "forms"
                or "title"
                or "desc"
                or "binary-data"
                or "automatic-styles"
                or "styles"
                or "master-styles";
}
