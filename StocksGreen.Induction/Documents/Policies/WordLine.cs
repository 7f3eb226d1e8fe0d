using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;
using TextStyle = StocksGreen.Induction.Domain.PolicyText.Blocks.TextStyle;

namespace StocksGreen.Induction.Documents.Policies;

/// <summary>Words of a policy as runs of a Word document.</summary>
internal static class WordLine
{
    /// <param name="part">In which the addresses of links are kept.</param>
    /// <param name="note">What stands for the mark of a note.</param>
    public static IEnumerable<OpenXmlElement> Runs(RichText text, OpenXmlPart part, Func<string, IEnumerable<OpenXmlElement>> note)
    {
        foreach (var run in text.Runs)
        {
            if (run.IsNoteMark)
            {
                foreach (var element in note(run.Text))
                {
                    yield return element;
                }
            }
            else if (run.Link is { } link && Address(link) is { } address)
            {
                yield return new Hyperlink(Styled(run, WordLook.Hyperlink)) { Id = part.AddHyperlinkRelationship(address, isExternal: true).Id };
            }
            else
            {
                yield return Styled(run, null);
            }
        }
    }

    public static Run Plain(string text) => new(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>Words without what no XML file may hold.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? " " : rune.ToString());
        }

        return clean.ToString();
    }

    private static Run Styled(TextRun run, string? characters)
    {
        // In the order that the format asks for.
        var properties = new RunProperties();
        if (characters is not null)
        {
            properties.Append(new RunStyle { Val = characters });
        }

        if (run.Style.HasFlag(TextStyle.Bold))
        {
            properties.Append(new Bold());
        }

        if (run.Style.HasFlag(TextStyle.Italic))
        {
            properties.Append(new Italic());
        }

        if (run.Style.HasFlag(TextStyle.Underline))
        {
            properties.Append(new Underline { Val = UnderlineValues.Single });
        }

        if (run.Style.HasFlag(TextStyle.Superscript) || run.Style.HasFlag(TextStyle.Subscript))
        {
            properties.Append(
                new VerticalTextAlignment
                {
                    Val = run.Style.HasFlag(TextStyle.Superscript) ? VerticalPositionValues.Superscript : VerticalPositionValues.Subscript,
                }
            );
        }

        var words = Plain(run.Text);
        if (properties.HasChildren)
        {
            words.PrependChild(properties);
        }

        return words;
    }

    private static Uri? Address(string link) => Uri.TryCreate(link, UriKind.RelativeOrAbsolute, out var address) ? address : null;
}
