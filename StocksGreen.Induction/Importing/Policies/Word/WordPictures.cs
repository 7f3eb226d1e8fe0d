using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Images;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Text;
using Picture = StocksGreen.Induction.Domain.PolicyText.Blocks.Picture;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Takes over the pictures of a document, and names those that cannot be shown.</summary>
internal sealed class WordPictures(MainDocumentPart main, FlowTally tally, WarningList warnings)
{
    // Of 914,400 to the inch, at 96 pixels to the inch.
    private const int UnitsPerPixel = 9_525;

    private readonly Dictionary<string, PictureFile?> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> reasons = new(StringComparer.Ordinal);
    private long bytes;

    /// <summary>True for a picture, and not a shape, a chart or another file.</summary>
    internal static bool IsPicture(OpenXmlElement drawing) => Reference(drawing) is not null;

    /// <returns>Null where it cannot be shown, which has been listed then.</returns>
    internal Picture? Read(OpenXmlElement drawing)
    {
        var (id, isLinked) = Reference(drawing) ?? ("", false);
        var described = drawing.Descendants().FirstOrDefault(element => element.LocalName is "docPr" or "shape");
        // Raw: <wp:docPr id="4" name="Picture 1" descr="School crest">, <v:shape alt="School crest">
        var alt = described is null ? "" : Words.Tidy(Said("descr") ?? Said("alt") ?? Said("title") ?? "");
        var isDecorative =
            described?.Descendants().Any(element => element.LocalName == "decorative" && WordColours.Attribute(element, "val") is "1" or "true") == true;
        var name = alt.Length > 0 ? $": {alt}" : "";
        if (isLinked)
        {
            tally.LeaveOut(LeftOutKind.Picture, $"A picture that is kept in another place than the document{name}");
            return null;
        }

        if (FileOf(id) is not { } file)
        {
            tally.LeaveOut(LeftOutKind.Picture, $"{reasons.GetValueOrDefault(id, "A picture that is not in the file")}{name}");
            return null;
        }

        if (!isDecorative && alt.Length == 0)
        {
            tally.LeaveOut(LeftOutKind.Picture, "A picture that no one has described");
        }

        if (drawing.Descendants().Any(element => element.LocalName == "srcRect" && element.GetAttributes().Any(side => side.Value is not (null or "0"))))
        {
            warnings.Add("A picture is cut to a part of itself in the document and is shown whole here. Check that nothing comes to light by that.");
        }

        warnings.Keep(file);
        var (width, height) = SizeOf(drawing);
        return new Picture(
            file.Sha256,
            file.MediaType,
            isDecorative ? ""
                : alt.Length == 0 ? null
                : alt,
            width,
            height
        );

        string? Said(string attribute) => WordColours.Attribute(described, attribute) is { Length: > 0 } said ? said : null;
    }

    // Raw: <a:blip r:embed="rId5">, <v:imagedata r:id="rId5">
    private static (string Id, bool IsLinked)? Reference(OpenXmlElement drawing)
    {
        foreach (var element in drawing.Descendants())
        {
            if (element.LocalName == "blip" && element.Parent?.LocalName == "blipFill" && element.Ancestors().Any(around => around.LocalName == "pic"))
            {
                return WordColours.Attribute(element, "embed") is { } id ? (id, false) : (WordColours.Attribute(element, "link") ?? "", true);
            }

            if (element.LocalName == "imagedata" && drawing.LocalName != "object")
            {
                return (WordColours.Attribute(element, "id") ?? "", false);
            }
        }

        return null;
    }

    private PictureFile? FileOf(string id)
    {
        if (!read.TryGetValue(id, out var file))
        {
            read[id] = file = Open(id);
        }

        return file;
    }

    private PictureFile? Open(string id)
    {
        if (!main.TryGetPartById(id, out var part))
        {
            return null;
        }

        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        for (int count; (count = stream.Read(buffer, 0, buffer.Length)) > 0; )
        {
            kept.Write(buffer, 0, count);
            if (kept.Length == count && PictureShape.Read(buffer.AsSpan(0, count)) is null)
            {
                reasons[id] = $"A picture in a form that cannot be shown ({part.ContentType})";
                return null;
            }

            if (kept.Length > PictureShape.MostBytes || bytes + kept.Length > PictureShape.MostBytesTogether)
            {
                reasons[id] = "A picture of too many megabytes";
                return null;
            }
        }

        if (PictureShape.Read(kept.GetBuffer().AsSpan(0, (int)kept.Length)) is not { } shape)
        {
            return null;
        }

        if (shape.TooLarge is { } reason)
        {
            reasons[id] = reason;
            return null;
        }

        bytes += kept.Length;
        var content = PictureCleaner.Clean(kept.ToArray());
        return new PictureFile(Sha256Hex.Compute(content), shape.MediaType, content);
    }

    private static (int Width, int Height) SizeOf(OpenXmlElement drawing)
    {
        // Raw: <wp:extent cx="1905000" cy="952500"/>
        var extent = drawing.Descendants().FirstOrDefault(element => element.LocalName == "extent");
        return extent is null ? (0, 0) : (Pixels("cx"), Pixels("cy"));

        int Pixels(string side) =>
            long.TryParse(WordColours.Attribute(extent, side), NumberStyles.None, CultureInfo.InvariantCulture, out var units)
                ? (int)Math.Min(units / UnitsPerPixel, PictureShape.LargestSide)
                : 0;
    }
}
