using System.Globalization;
using System.Xml.Linq;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Flow;

namespace StocksGreen.Induction.Importing.Policies.OpenDocument;

/// <summary>How paragraphs, words and cells are shown, by their styles and those that they are based on.</summary>
internal sealed class OdtStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<(string Family, string Name), XElement> styles = [];
    private readonly Dictionary<string, XElement> defaults = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> fonts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Family, string Name), List<XElement>> chains = [];

    /// <param name="parts">The roots in which styles stand; what a later one says counts.</param>
    internal OdtStyles(IEnumerable<XElement> parts)
    {
        foreach (var group in parts.SelectMany(part => part.Elements()))
        {
            foreach (var style in group.Elements())
            {
                switch (style.Name.LocalName)
                {
                    case "style" when style.Said("name") is { } name && style.Said("family") is { } family:
                        styles[(family, name)] = style;
                        break;
                    case "default-style" when style.Said("family") is { } family:
                        defaults[family] = style;
                        break;
                    case "font-face" when style.Said("name") is { } name && style.Said("font-family") is { } font:
                        fonts[name] = font.Trim('\'', '"');
                        break;
                }
            }
        }
    }

    /// <summary>The style and those that it is based on, the nearest first.</summary>
    internal IReadOnlyList<XElement> ChainOf(string family, string? name)
    {
        if (name is null)
        {
            return [];
        }

        if (!chains.TryGetValue((family, name), out var chain))
        {
            chain = [];
            for (
                var at = name;
                at is not null && chain.Count < LongestChain && styles.TryGetValue((family, at), out var style);
                at = style.Said("parent-style-name")
            )
            {
                chain.Add(style);
            }

            chains[(family, name)] = chain;
        }

        return chain;
    }

    internal bool Is(string? paragraphStyle, string name) =>
        paragraphStyle == name || ChainOf("paragraph", paragraphStyle).Any(style => style.Said("name") == name || style.Said("parent-style-name") == name);

    /// <summary>How what stands in a part with a style is shown.</summary>
    internal FlowLook LookOf(string family, string? name, FlowLook outer)
    {
        var look = outer;
        if (family == "paragraph" && defaults.TryGetValue(family, out var usual))
        {
            look = Apply(usual, look, outer.Size);
        }

        foreach (var style in ChainOf(family, name).Reverse())
        {
            look = Apply(style, look, look.Size);
        }

        return look;
    }

    private FlowLook Apply(XElement style, FlowLook look, double size)
    {
        foreach (var properties in style.Elements())
        {
            foreach (var said in properties.Attributes())
            {
                look = properties.Name.LocalName switch
                {
                    "text-properties" => OfText(look, said.Name.LocalName, said.Value, size),
                    "paragraph-properties" or "table-cell-properties" or "table-row-properties" or "table-properties" or "graphic-properties" => OfGround(
                        look,
                        said
                    ),
                    _ => look,
                };
            }
        }

        return look;
    }

    private static FlowLook OfGround(FlowLook look, XAttribute said) =>
        said.Name.LocalName is "background-color" or "fill-color" && said.Value != "transparent" ? look with { Ground = FlowColour.Parse(said.Value) }
        : said.Name.LocalName == "fill" && said.Value is "gradient" or "bitmap" or "hatch" ? look with { Ground = null }
        : look;

    private FlowLook OfText(FlowLook look, string name, string value, double size)
    {
        switch (name)
        {
            case "font-weight":
                return Set(look, TextStyle.Bold, value == "bold" || (int.TryParse(value, CultureInfo.InvariantCulture, out var weight) && weight >= 600));
            case "font-style":
                return Set(look, TextStyle.Italic, value is "italic" or "oblique");
            case "text-underline-style":
                return Set(look, TextStyle.Underline, value != "none");
            case "text-line-through-style" or "text-line-through-type":
                return value != "none" ? look with { Why = look.Why ?? LeftOutKind.StruckOut }
                    : look.Why == LeftOutKind.StruckOut ? look with { Why = null }
                    : look;
            case "text-position":
                // Raw: "super 58%", "-33% 58%"
                var place = value.Split(' ')[0];
                var plain = look with { Style = look.Style & ~(TextStyle.Superscript | TextStyle.Subscript) };
                return place == "sub" || place.StartsWith('-') ? plain.With(TextStyle.Subscript)
                    : place is "0%" or "0" ? plain
                    : plain.With(TextStyle.Superscript);
            case "display":
                return value == "none" ? look with { Why = look.Why ?? LeftOutKind.Hidden }
                    : look.Why == LeftOutKind.Hidden ? look with { Why = null }
                    : look;
            case "color":
                return look with { Ink = FlowColour.Parse(value) };
            case "use-window-font-color" when value == "true":
                return look with { Ink = null };
            case "background-color":
                return value == "transparent" ? look : look with { Ground = FlowColour.Parse(value) };
            case "text-transform":
                return look with { IsCapitals = value == "uppercase" };
            case "font-name":
                return look with { Font = fonts.GetValueOrDefault(value, value) };
            case "font-family":
                return look with { Font = value.Trim('\'', '"') };
            case "font-size":
                return look with { Size = Points(value, size) };
            default:
                return look;
        }
    }

    private static FlowLook Set(FlowLook look, TextStyle style, bool isOn) => look with { Style = isOn ? look.Style | style : look.Style & ~style };

    private static double Points(string value, double size) =>
        value.EndsWith("pt", StringComparison.Ordinal) && double.TryParse(value.AsSpan(0, value.Length - 2), CultureInfo.InvariantCulture, out var points)
            ? points
        : value.EndsWith('%') && double.TryParse(value.AsSpan(0, value.Length - 1), CultureInfo.InvariantCulture, out var percent) ? size * percent / 100
        : size;
}
