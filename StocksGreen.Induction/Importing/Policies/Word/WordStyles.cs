using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TextStyle = StocksGreen.Induction.Domain.PolicyText.Blocks.TextStyle;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>What a paragraph or run takes from its styles, each asked along the chain of the styles it is based on.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 20;
    private const int UsualSize = 22;

    private readonly Dictionary<string, Style> byId = new(StringComparer.Ordinal);
    private readonly string? defaultParagraph;
    private readonly RunPropertiesBaseStyle? defaults;

    internal WordStyles(MainDocumentPart main)
    {
        var styles = main.StyleDefinitionsPart?.Styles;
        defaults = styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle;
        foreach (var style in styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
            {
                byId[id] = style;
                defaultParagraph = style.Default?.Value == true && style.Type?.Value == StyleValues.Paragraph ? id : defaultParagraph;
            }
        }
    }

    /// <summary>The paragraph's style and those it is based on, nearest first.</summary>
    internal List<Style> ChainOf(Paragraph paragraph) => Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? defaultParagraph);

    /// <summary>1 for "Heading 1"; 0 for no heading. Word keeps the built-in names in English whatever its own language.</summary>
    internal static int HeadingLevel(Paragraph paragraph, List<Style> chain)
    {
        if (
            (
                paragraph.ParagraphProperties?.OutlineLevel
                ?? chain.Select(style => style.StyleParagraphProperties?.OutlineLevel).FirstOrDefault(level => level is not null)
            )
                ?.Val
                ?.Value is
            { } outline
        )
        {
            return outline is >= 0 and < 9 ? outline + 1 : 0;
        }

        foreach (var name in chain.Select(NameOf))
        {
            // Raw: "heading 1", "Heading1"
            if (
                name.StartsWith("heading", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(name.AsSpan(7).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var level)
                && level is >= 1 and <= 9
            )
            {
                return level;
            }
        }

        return 0;
    }

    internal static bool IsTitle(List<Style> chain) => chain.Exists(style => NameOf(style).Equals("title", StringComparison.OrdinalIgnoreCase));

    /// <summary>Raw: "toc 1", "TOC Heading".</summary>
    internal static bool IsContents(List<Style> chain) =>
        chain.Exists(style =>
            NameOf(style) is var name
            && (
                name.Equals("toc heading", StringComparison.OrdinalIgnoreCase)
                || (
                    name.StartsWith("toc", StringComparison.OrdinalIgnoreCase)
                    && int.TryParse(name.AsSpan(3).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _)
                )
            )
        );

    internal TextStyle StyleOf(Run run, List<Style> chain) =>
        (Toggle<Bold>(run, chain) ? TextStyle.Bold : TextStyle.Plain)
        | (Toggle<Italic>(run, chain) ? TextStyle.Italic : TextStyle.Plain)
        | (IsUnderlined(run, chain) ? TextStyle.Underline : TextStyle.Plain)
        | Placed(run, chain);

    private TextStyle Placed(Run run, List<Style> chain) =>
        PropertiesOf(run, chain).Select(properties => properties.GetFirstChild<VerticalTextAlignment>()?.Val).FirstOrDefault(place => place is not null)
            is { InnerText: var place }
            ? place switch
            {
                "superscript" => TextStyle.Superscript,
                "subscript" => TextStyle.Subscript,
                _ => TextStyle.Plain,
            }
            : TextStyle.Plain;

    internal bool IsHidden(Run run, List<Style> chain) => Toggle<Vanish>(run, chain);

    internal bool IsUnderlined(Run run, List<Style> chain) =>
        PropertiesOf(run, chain).Select(properties => properties.GetFirstChild<Underline>()).FirstOrDefault(underline => underline is not null) is { } line
        && line.Val?.InnerText is not (null or "none");

    /// <summary>Half points.</summary>
    internal int SizeOf(Run run, List<Style> chain) =>
        PropertiesOf(run, chain).Select(properties => properties.GetFirstChild<FontSize>()?.Val?.Value).FirstOrDefault(size => size is not null) is { } text
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var size)
            ? (int)size
            : UsualSize;

    private bool Toggle<T>(Run run, List<Style> chain)
        where T : OnOffType =>
        PropertiesOf(run, chain).Select(properties => properties.GetFirstChild<T>()).FirstOrDefault(toggle => toggle is not null) is { } found
        && (found.Val is null || found.Val.Value);

    /// <summary>The run's own properties, those of its character style, of its paragraph's styles, and the document's.</summary>
    private IEnumerable<OpenXmlElement> PropertiesOf(Run run, List<Style> chain)
    {
        if (run.RunProperties is { } own)
        {
            yield return own;
            foreach (var style in Chain(own.RunStyle?.Val?.Value))
            {
                if (style.StyleRunProperties is { } character)
                {
                    yield return character;
                }
            }
        }

        foreach (var style in chain)
        {
            if (style.StyleRunProperties is { } paragraph)
            {
                yield return paragraph;
            }
        }

        if (defaults is not null)
        {
            yield return defaults;
        }
    }

    private List<Style> Chain(string? id)
    {
        var chain = new List<Style>();
        while (id is not null && chain.Count < LongestChain && byId.TryGetValue(id, out var style) && !chain.Contains(style))
        {
            chain.Add(style);
            id = style.BasedOn?.Val?.Value;
        }

        return chain;
    }

    private static string NameOf(Style style) => style.StyleName?.Val?.Value ?? style.StyleId?.Value ?? "";
}
