using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>A picture of a policy, never split and never larger than there is room for.</summary>
/// <param name="Width">Points at which it would like to be shown.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Alternative">What it shows, in words; null for decoration, which is not read out.</param>
/// <param name="Draw">Draws it with its top left corner at the given place, in the given width and height; opens no elements.</param>
public sealed record PictureBlock(double Width, double Height, string? Alternative, Action<PdfWriter, double, double, double, double> Draw) : FlowBlock
{
    /// <summary>The picture made smaller, with its sides in proportion, until it fits.</summary>
    internal PictureBlock Fit(double width, double height)
    {
        var scale = Math.Min(1, Math.Min(width / Width, height / Height));
        return this with { Width = Width * scale, Height = Height * scale };
    }

    /// <param name="isTagged">False inside an artifact.</param>
    internal void DrawAt(PdfWriter pdf, double left, double top, bool isTagged)
    {
        if (!isTagged)
        {
            Draw(pdf, left, top, Width, Height);
        }
        else if (Alternative is null)
        {
            pdf.OpenArtifact();
            Draw(pdf, left, top, Width, Height);
            pdf.CloseArtifact();
        }
        else
        {
            pdf.OpenFigure(Alternative, left, top, Width, Height);
            Draw(pdf, left, top, Width, Height);
            pdf.Close();
        }
    }
}
