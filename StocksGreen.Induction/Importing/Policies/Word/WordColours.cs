using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Tells words that no one sees because they have the colour of what they stand on.</summary>
internal static class WordColours
{
    private const string Paper = "FFFFFF";

    // Of 255; #FEFEFE on white is as good as white.
    private const int Close = 8;

    /// <param name="colour">Raw: "FFFFFF"; null or "auto" where the run has no colour of its own.</param>
    internal static bool IsUnseen(string? colour, Run run, List<Style> chain, WordStyles styles) =>
        ParseRgb(colour) is { } ink && GroundOf(run, chain, styles) is { } ground && IsClose(ink, ground);

    /// <summary>True for a fill that stands out from the paper.</summary>
    internal static bool IsShade(OpenXmlElement? properties) =>
        FillOf(properties) is { } fill && ParseRgb(fill) is { } rgb && !IsClose(rgb, ParseRgb(Paper)!.Value);

    /// <returns>Null where it cannot be told.</returns>
    private static (int Red, int Green, int Blue)? GroundOf(Run run, List<Style> chain, WordStyles styles)
    {
        if (WordText.FirstOf<RunProperties>(run)?.Highlight?.Val?.InnerText is { } highlight && highlight != "none")
        {
            return highlight == "white" ? ParseRgb(Paper) : null;
        }

        var paragraph = run.Ancestors<Paragraph>().FirstOrDefault();
        var own =
            FillOf(WordText.FirstOf<RunProperties>(run))
            ?? FillOf(WordText.FirstOf<ParagraphProperties>(paragraph))
            ?? chain.Select(style => FillOf(style.StyleParagraphProperties)).FirstOrDefault(fill => fill is not null);
        if (own is not null)
        {
            return ParseRgb(own);
        }

        // From the inside out: a box in a cell, a table in a table.
        foreach (var around in (paragraph ?? (OpenXmlElement)run).Ancestors())
        {
            switch (around.LocalName)
            {
                case "tc" when FillOf(WordText.FirstOf<TableCellProperties>(around)) is { } fill:
                    return ParseRgb(fill);
                case "tbl" when around is Table table && styles.ShadesCells(table):
                    return null;
                case "wsp" or "shape" or "rect" or "roundrect" or "oval" or "textbox":
                    return ParseRgb(FillOfShape(around));
            }
        }

        return ParseRgb(Paper);
    }

    private static string? FillOfShape(OpenXmlElement shape)
    {
        if (shape.LocalName == "textbox")
        {
            return shape.Parent is { } parent ? FillOfShape(parent) : null;
        }

        if (shape.LocalName != "wsp")
        {
            // Raw: <v:shape fillcolor="#1f3864">, filled="f"
            var filled = Attribute(shape, "filled") is "f" or "false";
            return filled ? Paper : Attribute(shape, "fillcolor")?.Split(' ')[0].TrimStart('#');
        }

        var properties = shape.ChildElements.FirstOrDefault(child => child.LocalName == "spPr");
        var fill = properties?.ChildElements.FirstOrDefault(child => child.LocalName is "solidFill" or "noFill" or "gradFill" or "pattFill" or "blipFill");
        return fill?.LocalName switch
        {
            "noFill" => Paper,
            "solidFill" when fill.FirstChild is { LocalName: "srgbClr" } colour => Attribute(colour, "val"),
            _ => null,
        };
    }

    private static string? FillOf(OpenXmlElement? properties)
    {
        var shading = properties?.ChildElements.FirstOrDefault(child => child.LocalName == "shd");
        if (shading is null)
        {
            return null;
        }

        var fill = Attribute(shading, Attribute(shading, "val") == "solid" ? "color" : "fill");
        return fill is null or "auto" ? null : fill;
    }

    internal static string? Attribute(OpenXmlElement element, string name)
    {
        foreach (var attribute in element.GetAttributes())
        {
            if (attribute.LocalName == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    private static (int Red, int Green, int Blue)? ParseRgb(string? text) =>
        text is { Length: 6 } && int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? (rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF)
            : null;

    private static bool IsClose((int Red, int Green, int Blue) one, (int Red, int Green, int Blue) other) =>
        Math.Abs(one.Red - other.Red) <= Close && Math.Abs(one.Green - other.Green) <= Close && Math.Abs(one.Blue - other.Blue) <= Close;
}
