using static System.FormattableString;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>The links of a file: an element each, and an annotation wherever a line of it stands (PDF 1.7, 12.5.6.5; PDF/UA-1, 7.18.5).</summary>
internal sealed class PdfLinks
{
    private readonly Dictionary<PdfLink, PdfElement> elements = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, (PdfPage Page, double Top)> places = new(StringComparer.Ordinal);
    private readonly List<Annotation> annotations = [];

    /// <summary>The element of a link under the one that is open; a link that stands at two places of the text is two.</summary>
    public PdfElement ElementOf(PdfLink link, PdfElement parent)
    {
        if (!elements.TryGetValue(link, out var element) || element.Parent != parent)
        {
            elements[link] = element = PdfElement.Link();
        }

        return element;
    }

    /// <param name="box">Left, bottom, right and top in points, from the bottom left of the page.</param>
    public void Add(PdfLink link, PdfElement element, PdfPage page, int id, (double Left, double Bottom, double Right, double Top) box)
    {
        annotations.Add(new Annotation(link, element, page, id, box));
        element.Kids.Add(new PdfElement.Kid(Element: null, page.Index, Mark: 0, Annotation: id));
    }

    /// <param name="top">From the bottom of the page. A name that was marked before stays where it is.</param>
    public void MarkPlace(string name, PdfPage page, double top) => places.TryAdd(name, (page, top));

    /// <summary>Writes the annotations. One that leads to a place which was never marked is left out, and its words stay.</summary>
    /// <param name="firstKey">From which the tree of elements counts them.</param>
    /// <returns>The element of each, by its key.</returns>
    public IReadOnlyList<PdfElement> Write(PdfObjects objects, int firstKey)
    {
        var written = new List<PdfElement>();
        foreach (var (link, element, page, id, box) in annotations)
        {
            if (link.Place is { } name && !places.ContainsKey(name))
            {
                element.BecomeSpan();
                objects.Set(id, "null");
                continue;
            }

            var target = link.Place is { } place ? Destination(places[place]) : $"/A<</S/URI/URI{PdfSyntax.Text(link.Address!)}>>";
            var corners = string.Join(' ', ((double[])[box.Left, box.Bottom, box.Right, box.Top]).Select(PdfSyntax.Number));
            page.Annotations.Add(id);
            objects.Set(
                id,
                Invariant($"<</Type/Annot/Subtype/Link/Rect[{corners}]/Border[0 0 0]/F 4/P {page.Id} 0 R/StructParent {firstKey + written.Count}")
                    + $"/Contents{PdfSyntax.Text(PdfSyntax.Clean(link.Description))}{target}>>"
            );
            written.Add(element);
        }

        return written;
    }

    private static string Destination((PdfPage Page, double Top) place) => Invariant($"/Dest[{place.Page.Id} 0 R/XYZ null {PdfSyntax.Number(place.Top)} null]");

    private sealed record Annotation(PdfLink Link, PdfElement Element, PdfPage Page, int Id, (double Left, double Bottom, double Right, double Top) Box);
}
