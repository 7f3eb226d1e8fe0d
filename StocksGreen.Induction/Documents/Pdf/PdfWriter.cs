using System.Text;
using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Images;
using static System.FormattableString;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>
/// Writes one tagged PDF 1.7 file that claims PDF/UA-1 and PDF/A-2a, or PDF/A-3a with an attachment. All measures are points (1/72 inch) from the top left of
/// the page. Whatever is drawn belongs either to the open element or to the open artifact; drawing outside both is refused, because such content would be lost
/// to a screen reader.
/// </summary>
/// <remarks>Used once, by one thread. The same calls with the same metadata give the same bytes.</remarks>
public sealed class PdfWriter
{
    private const double ThicknessOfOutline = 0.03; // of the size: as much as a semi-bold cut is heavier

    private readonly PdfObjects objects = new();
    private readonly StructureTree structure = new();
    private readonly PdfOutline outline = new();
    private readonly PdfLinks links = new();
    private readonly List<PdfPage> pages = [];
    private readonly Dictionary<TrueTypeFont, PdfFontUse> fonts = [];
    private readonly Dictionary<object, (int Id, string Name)> pictures = new(ReferenceEqualityComparer.Instance);
    private readonly PdfMetadata metadata;
    private string? artifact;
    private bool isFinished;

    /// <exception cref="ArgumentException">The title is empty.</exception>
    public PdfWriter(PdfMetadata metadata)
    {
        this.metadata = metadata with
        {
            Title = PdfSyntax.Clean(metadata.Title),
            Author = PdfSyntax.Clean(metadata.Author),
            Subject = PdfSyntax.Clean(metadata.Subject),
            Identifier = PdfSyntax.Clean(metadata.Identifier),
        };
        ArgumentException.ThrowIfNullOrWhiteSpace(this.metadata.Title, nameof(metadata));
    }

    private PdfPage Page => pages.Count > 0 ? pages[^1] : throw new InvalidOperationException("There is no page yet.");

    /// <summary>Ends the page and begins another; open elements go on.</summary>
    public void StartPage(double width, double height)
    {
        if (pages.Count > 0)
        {
            Page.EndMark();
        }

        pages.Add(new PdfPage(objects.Reserve(), pages.Count, width, height));
    }

    /// <summary>Opens an element inside the open one, or returns to one that was opened there before.</summary>
    /// <exception cref="InvalidOperationException">It was first opened elsewhere.</exception>
    public void Open(PdfElement element) => structure.Open(element);

    /// <summary>Opens a drawing with words in its place for those who cannot see it.</summary>
    /// <param name="alternative">What it shows; never empty.</param>
    public void OpenFigure(string alternative, double left, double top, double width, double height) =>
        Open(PdfElement.Figure(alternative, left, Page.Height - top - height, left + width, Page.Height - top));

    /// <summary>Opens the words of a link, or goes on with them on another line; not inside an artifact.</summary>
    public void OpenLink(PdfLink link) => Open(links.ElementOf(link, structure.Current));

    /// <summary>Closes the words of a link and makes the place where they stand lead to its target.</summary>
    public void CloseLink(PdfLink link, double left, double top, double width, double height)
    {
        links.Add(link, structure.Current, Page, objects.Reserve(), (left, Page.Height - top - height, left + width, Page.Height - top));
        Close();
    }

    /// <summary>Names a place of the page for links of this file.</summary>
    /// <param name="top">What the reader should see at the top of the window.</param>
    public void MarkPlace(string name, double top) => links.MarkPlace(name, Page, Page.Height - top);

    /// <summary>Closes the element that was opened last.</summary>
    public void Close() => structure.Close();

    /// <summary>Makes what follows decoration, which is not read out.</summary>
    public void OpenArtifact() => artifact = "";

    /// <summary>Makes what follows a running header or footer.</summary>
    public void OpenPageFurniture(bool isFooter) => artifact = isFooter ? "<</Type/Pagination/Subtype/Footer>>" : "<</Type/Pagination/Subtype/Header>>";

    public void CloseArtifact() => artifact = null;

    /// <summary>Draws one line of text.</summary>
    /// <param name="size">Type size in points.</param>
    /// <param name="left">Where the first glyph begins.</param>
    /// <param name="baseline">Distance of the baseline from the top of the page.</param>
    /// <param name="isFromRight">True for letters that are read from the right; a line of both is drawn in pieces, in the order in which it is read.</param>
    /// <exception cref="ArgumentException">The face has no glyph for a character.</exception>
    public void DrawText(string text, Letters letters, double size, Colour colour, double left, double baseline, bool isFromRight = false)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (!fonts.TryGetValue(letters.Font, out var use))
        {
            use = new PdfFontUse(letters.Font, objects.Reserve(), fonts.Count);
            fonts.Add(letters.Font, use);
        }

        var content = BeginFill(colour);
        if (letters.IsThick)
        {
            BeginStroke(size * ThicknessOfOutline, colour).Append("2 Tr ");
        }

        content
            .Append("BT/")
            .Append(use.Name)
            .Append(' ')
            .AppendNumber(size)
            .Append("Tf ")
            .AppendNumber(left)
            .AppendNumber(Page.Height - baseline)
            .Append("Td ");
        use.AppendText(content, text, size, isFromRight, letters.Language);
        content.Append(letters.IsThick ? "ET 0 Tr\n" : "ET\n");
    }

    public void FillRectangle(double left, double top, double width, double height, Colour colour) =>
        AppendRectangle(BeginFill(colour), left, top, width, height).Append("re f\n");

    public void StrokeRectangle(double left, double top, double width, double height, double lineWidth, Colour colour) =>
        AppendRectangle(BeginStroke(lineWidth, colour), left, top, width, height).Append("re S\n");

    /// <summary>A dashed outline, to be cut along.</summary>
    public void DashRectangle(double left, double top, double width, double height, double lineWidth, Colour colour) =>
        AppendRectangle(BeginStroke(lineWidth, colour).Append("[4 3]0 d\n"), left, top, width, height).Append("re S []0 d\n");

    /// <summary>Fills a shape; overlapping parts stay filled (non-zero winding).</summary>
    public void FillPath(PdfPath path, double left, double top, double scale, Colour colour)
    {
        var content = BeginFill(colour);
        path.AppendTo(content, left, top, scale, Page.Height);
        content.Append("f\n");
    }

    /// <summary>Draws the line of a shape, with round ends and joins.</summary>
    /// <param name="lineWidth">In points on the page, whatever the scale.</param>
    public void StrokePath(PdfPath path, double left, double top, double scale, double lineWidth, Colour colour)
    {
        var content = BeginStroke(lineWidth, colour);
        path.AppendTo(content, left, top, scale, Page.Height);
        content.Append("S\n");
    }

    /// <summary>Draws a picture as it looks on white paper; PDF/A would ask more of one that shines through.</summary>
    /// <param name="width">Points, like the rest.</param>
    public void DrawPicture(RasterImage picture, double left, double top, double width, double height)
    {
        if (!pictures.TryGetValue(picture, out var use))
        {
            var form =
                Invariant($"/Type/XObject/Subtype/Image/Width {picture.Width}/Height {picture.Height}")
                + Invariant($"/ColorSpace/DeviceRGB/BitsPerComponent 8/DecodeParms<</Predictor 15/Colors 3/Columns {picture.Width}>>");
            use = (objects.AddStream(form, PngFilter.Apply(picture.OnPaper(), picture.Width * 3, 3)), Invariant($"P{pictures.Count}"));
            pictures.Add(picture, use);
        }

        DrawPicture(use.Name, left, top, width, height);
    }

    /// <summary>Draws a JPEG file as it is.</summary>
    /// <param name="width">Points, like the rest.</param>
    public void DrawPicture(JpegImage picture, double left, double top, double width, double height)
    {
        if (!pictures.TryGetValue(picture, out var use))
        {
            var form =
                Invariant($"/Type/XObject/Subtype/Image/Width {picture.Width}/Height {picture.Height}")
                + $"/ColorSpace/{(picture.IsGrey ? "DeviceGray" : "DeviceRGB")}/BitsPerComponent 8/Filter/DCTDecode";
            use = (objects.AddPlainStream(form, picture.Bytes.Span), Invariant($"P{pictures.Count}"));
            pictures.Add(picture, use);
        }

        DrawPicture(use.Name, left, top, width, height);
    }

    private void DrawPicture(string name, double left, double top, double width, double height)
    {
        Mark();
        Page.Content.Append("q ")
            .AppendNumber(width)
            .Append("0 0 ")
            .AppendNumber(height)
            .AppendNumber(left)
            .AppendNumber(Page.Height - top - height)
            .Append("cm/")
            .Append(name)
            .Append(" Do Q\n");
    }

    /// <summary>Adds a bookmark to this place.</summary>
    /// <param name="level">1 for the outermost.</param>
    /// <param name="top">What the reader should see at the top of the window.</param>
    public void AddBookmark(string title, int level, double top) => outline.Add(title, level, Page, Page.Height - top);

    /// <summary>Ends the file.</summary>
    /// <exception cref="InvalidOperationException">An element is still open, there is no page, or the file was taken before.</exception>
    public byte[] ToBytes()
    {
        if (isFinished)
        {
            throw new InvalidOperationException("The file is finished.");
        }

        isFinished = true;
        Page.EndMark();
        var profile = objects.AddStream("/N 3", SrgbProfile.Bytes);
        var metadataId = objects.AddPlainStream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(XmpPacket.Build(metadata)));
        var field = metadata.HasSignatureField ? PdfSigner.WriteField(objects, pages) : (int?)null;
        var structureId = structure.Write(objects, pages, field, links.Write(objects, pages.Count + 1));
        foreach (var font in fonts.Values)
        {
            font.Write(objects);
        }

        var attachment = metadata.Attachment?.Write(objects, metadata.Created) ?? "";
        var outlineEntry = outline.IsEmpty ? "" : Invariant($"/Outlines {outline.Write(objects)} 0 R");
        var catalog = objects.Add(
            Invariant($"<</Type/Catalog/Pages {WritePages()} 0 R/Lang{PdfSyntax.Text(metadata.Language)}/Metadata {metadataId} 0 R/MarkInfo<</Marked true>>")
                + Invariant($"/StructTreeRoot {structureId} 0 R/ViewerPreferences<</DisplayDocTitle true>>{outlineEntry}{attachment}")
                + Invariant($"{PdfSigner.Form(field)}/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1")
                + Invariant($"/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile {profile} 0 R>>]>>")
        );
        return objects.ToBytes(catalog, WriteInformation());
    }

    private int WritePages()
    {
        var tree = objects.Reserve();
        var fontEntries = string.Concat(fonts.Values.Select(font => Invariant($"/{font.Name} {font.Id} 0 R")));
        var pictureEntries =
            pictures.Count == 0 ? "" : $"/XObject<<{string.Concat(pictures.Values.Select(picture => Invariant($"/{picture.Name} {picture.Id} 0 R")))}>>";
        foreach (var page in pages)
        {
            var content = objects.AddStream("", Encoding.ASCII.GetBytes(page.Content.ToString()));
            var annotations = page.Annotations.Count == 0 ? "" : $"/Annots[{string.Join(' ', page.Annotations.Select(PdfSyntax.Reference))}]/Tabs/S";
            var box = PdfSyntax.Number(page.Width) + " " + PdfSyntax.Number(page.Height);
            objects.Set(
                page.Id,
                Invariant($"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {box}]/Contents {content} 0 R")
                    + Invariant($"/Resources<</Font<<{fontEntries}>>{pictureEntries}>>")
                    + Invariant($"/StructParents {page.Index}{annotations}>>")
            );
        }

        var kids = string.Join(' ', pages.Select(page => PdfSyntax.Reference(page.Id)));
        objects.Set(tree, Invariant($"<</Type/Pages/Count {pages.Count}/Kids[{kids}]>>"));
        return tree;
    }

    private int WriteInformation()
    {
        var created = PdfSyntax.Date(metadata.Created);
        var author = metadata.Author.Length == 0 ? "" : "/Author" + PdfSyntax.Text(metadata.Author);
        var subject = metadata.Subject.Length == 0 ? "" : "/Subject" + PdfSyntax.Text(metadata.Subject);
        return objects.Add(
            $"<</Title{PdfSyntax.Text(metadata.Title)}{author}{subject}/Producer{PdfSyntax.Text(metadata.Producer)}/CreationDate{created}/ModDate{created}>>"
        );
    }

    private StringBuilder BeginFill(Colour colour)
    {
        Mark();
        Page.SetFill(colour);
        return Page.Content;
    }

    private StringBuilder BeginStroke(double lineWidth, Colour colour)
    {
        Mark();
        return Page.Content.AppendColour(colour, "RG").AppendNumber(lineWidth).Append("w 1 J 1 j\n");
    }

    private StringBuilder AppendRectangle(StringBuilder content, double left, double top, double width, double height) =>
        content.AppendNumber(left).AppendNumber(Page.Height - top - height).AppendNumber(width).AppendNumber(height);

    private void Mark()
    {
        if (artifact is not null)
        {
            Page.MarkArtifact(artifact);
        }
        else if (structure.IsAtRoot)
        {
            throw new InvalidOperationException("Whatever is drawn belongs to an element or to an artifact.");
        }
        else
        {
            Page.Mark(structure.Current);
        }
    }
}
