using System.Text;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>A page while it is drawn: its content so far, and which element or artifact that content belongs to.</summary>
internal sealed class PdfPage(int id, int index, double width, double height)
{
    private PdfElement? openElement;
    private string? openArtifact;
    private Colour? fill;

    public int Id { get; } = id;

    /// <summary>From 0.</summary>
    public int Index { get; } = index;

    public double Width { get; } = width;

    public double Height { get; } = height;

    public StringBuilder Content { get; } = new();

    /// <summary>The element of each stretch of marked content, by its number.</summary>
    public List<PdfElement> Marks { get; } = [];

    /// <summary>The objects of what can be followed or signed on it.</summary>
    public List<int> Annotations { get; } = [];

    /// <summary>Makes what is drawn next part of an element.</summary>
    public void Mark(PdfElement element)
    {
        if (openElement == element)
        {
            return;
        }

        EndMark();
        Content.Append('/').Append(element.Type).Append("<</MCID ").Append(Marks.Count).Append(element.MarkProperties).Append(">>BDC\n");
        element.Kids.Add(new PdfElement.Kid(Element: null, Index, Marks.Count));
        Marks.Add(element);
        openElement = element;
    }

    /// <summary>Makes what is drawn next something that is not read out.</summary>
    public void MarkArtifact(string properties)
    {
        if (openArtifact == properties)
        {
            return;
        }

        EndMark();
        Content.Append("/Artifact").Append(properties).Append(properties.Length == 0 ? " BMC\n" : "BDC\n");
        openArtifact = properties;
    }

    public void EndMark()
    {
        if (openElement is not null || openArtifact is not null)
        {
            Content.Append("EMC\n");
        }

        (openElement, openArtifact) = (null, null);
    }

    public void SetFill(Colour colour)
    {
        if (fill != colour)
        {
            Content.AppendColour(colour, "rg");
            fill = colour;
        }
    }
}
