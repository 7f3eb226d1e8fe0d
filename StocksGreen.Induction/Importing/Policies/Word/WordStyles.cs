using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Domain.PolicyText;
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
                defaultParagraph = WordText.ValueOf(style.Default) == true && WordText.ValueOf(style.Type) == StyleValues.Paragraph ? id : defaultParagraph;
            }
        }
    }

    /// <summary>The paragraph's style and those it is based on, nearest first.</summary>
    internal List<Style> ChainOf(Paragraph paragraph) => Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? defaultParagraph);

    /// <summary>1 for "Heading 1"; 0 for no heading. Word keeps the built-in names in English whatever its own language.</summary>
    internal static int HeadingLevel(Paragraph paragraph, List<Style> chain)
    {
        var own = paragraph.ParagraphProperties?.OutlineLevel;
        var stated = own ?? chain.Select(style => style.StyleParagraphProperties?.OutlineLevel).FirstOrDefault(level => level is not null);
        if (WordText.ValueOf(stated?.Val) is { } outline)
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

    /// <summary>Raw: "Subheading 2", the style of our own export for a heading that is read and confirmed with its section.</summary>
    /// <returns>0 for any other paragraph.</returns>
    internal static int SubheadingLevel(List<Style> chain) =>
        chain is [var first, ..]
        && NameOf(first) is { Length: 12 } name
        && name.StartsWith("Subheading ", StringComparison.Ordinal)
        && name[^1] is >= '1' and <= '3'
            ? name[^1] - '0'
            : 0;

    /// <summary>Word's own style for an item whose number the document gives it.</summary>
    internal static bool IsListNumber(List<Style> chain) => chain is [var first, ..] && NameOf(first).StartsWith("List Number", StringComparison.Ordinal);

    /// <summary>Word's own style for what goes on under an item.</summary>
    internal static bool IsListContinue(List<Style> chain) => chain is [var first, ..] && NameOf(first).StartsWith("List Continue", StringComparison.Ordinal);

    /// <summary>True for a table of our own export, which says itself which rows and columns name the others.</summary>
    internal bool IsOurs(Table table) => Chain(StyleIdOf(table)) is [var style, ..] && NameOf(style) == "Policy Table";

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
            : PlacedBySize(run);

    /// <summary>Raw: <c>&lt;w:position w:val="8"/&gt;&lt;w:sz w:val="19"/&gt;</c>: LibreOffice moves smaller letters up or down.</summary>
    private static TextStyle PlacedBySize(Run run) =>
        WordText.FirstOf<RunProperties>(run) is { } own
        && own.GetFirstChild<FontSize>() is not null
        && int.TryParse(own.GetFirstChild<Position>()?.Val?.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var moved)
        && moved != 0
            ? moved > 0
                ? TextStyle.Superscript
                : TextStyle.Subscript
            : TextStyle.Plain;

    /// <summary>Why no reader is to see the words of a run; null where they are text.</summary>
    internal LeftOutKind? WhyLeftOut(Run run, List<Style> chain) =>
        Toggle<Strike>(run, chain) || Toggle<DoubleStrike>(run, chain) ? LeftOutKind.StruckOut
        : Toggle<Vanish>(run, chain) || WordColours.IsUnseen(ColourOf(run, chain), run, chain, this) ? LeftOutKind.Hidden
        : null;

    internal bool IsInCapitals(Run run, List<Style> chain) => Toggle<Caps>(run, chain);

    /// <summary>The font of a run's plain letters; null where only the theme says.</summary>
    internal string? FontOf(Run run, List<Style> chain) =>
        PropertiesOf(run, chain)
            .Select(properties => properties.GetFirstChild<RunFonts>() is { } fonts ? fonts.Ascii?.Value ?? fonts.HighAnsi?.Value : null)
            .FirstOrDefault(font => font is not null);

    private string? ColourOf(Run run, List<Style> chain) =>
        PropertiesOf(run, chain).Select(properties => properties.GetFirstChild<Color>()?.Val?.Value).FirstOrDefault(colour => colour is not null);

    internal static bool IsCaption(List<Style> chain) => chain.Exists(style => NameOf(style).Equals("caption", StringComparison.OrdinalIgnoreCase));

    /// <summary>True where the style of a table gives its cells a shade, so that white words in it are seen.</summary>
    internal bool ShadesCells(Table table) => Chain(StyleIdOf(table)).Exists(style => style.Descendants<Shading>().Any());

    /// <summary>True where the style of a table makes its first row or its first column stand out.</summary>
    internal bool StandsOutIn(Table table, TableStyleOverrideValues part) =>
        Chain(StyleIdOf(table))
            .SelectMany(style => style.Elements<TableStyleProperties>())
            .Any(properties => WordText.ValueOf(properties.Type) == part && (properties.Descendants<Bold>().Any() || properties.Descendants<Shading>().Any()));

    private static string? StyleIdOf(Table table) => WordText.FirstOf<TableProperties>(table)?.TableStyle?.Val?.Value;

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
        && (found.Val is null || WordText.ValueOf(found.Val) != false);

    /// <summary>The run's own properties, those of its character style, of its paragraph's styles, and the document's.</summary>
    private IEnumerable<OpenXmlElement> PropertiesOf(Run run, List<Style> chain)
    {
        if (WordText.FirstOf<RunProperties>(run) is { } own)
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
