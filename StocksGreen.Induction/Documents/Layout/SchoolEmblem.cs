using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>
/// What stands at the head of a document: the school's crest, or the oak leaf as on screen (Components/Icons/SchoolEmblem.razor). Decoration; the
/// school's name is next to it.
/// </summary>
internal static class SchoolEmblem
{
    private const double DrawingSize = 48; // the coordinates below run from 0 to 48

    private static readonly PdfPath Leaf = new PdfPath()
        .MoveTo(24, 2.5)
        .CurveTo(27.1, 2.5, 28.9, 4.7, 28.7, 7.4)
        .CurveTo(28.6, 8.7, 29.5, 9.5, 30.7, 9.2)
        .CurveTo(33.9, 8.4, 36.6, 10.6, 36.3, 13.8)
        .CurveTo(36.2, 15.1, 35.4, 16.1, 35.5, 17.1)
        .CurveTo(35.6, 18.2, 36.7, 18.5, 37.6, 18.8)
        .CurveTo(40.5, 19.8, 41.1, 23.2, 39.1, 25.4)
        .CurveTo(38.1, 26.5, 36.7, 27, 36.6, 28.2)
        .CurveTo(36.5, 29.2, 37.2, 29.8, 37.4, 30.9)
        .CurveTo(38, 33.8, 35.7, 36, 32.8, 35.8)
        .CurveTo(31.1, 35.7, 29.6, 35.4, 28.5, 36.2)
        .CurveTo(27.3, 37.1, 26.6, 38.6, 25.3, 39.5)
        .LineTo(25.3, 46)
        .LineTo(22.7, 46)
        .LineTo(22.7, 39.5)
        .CurveTo(21.4, 38.6, 20.7, 37.1, 19.5, 36.2)
        .CurveTo(18.4, 35.4, 16.9, 35.7, 15.2, 35.8)
        .CurveTo(12.3, 36, 10, 33.8, 10.6, 30.9)
        .CurveTo(10.8, 29.8, 11.5, 29.2, 11.4, 28.2)
        .CurveTo(11.3, 27, 9.9, 26.5, 8.9, 25.4)
        .CurveTo(6.9, 23.2, 7.5, 19.8, 10.4, 18.8)
        .CurveTo(11.3, 18.5, 12.4, 18.2, 12.5, 17.1)
        .CurveTo(12.6, 16.1, 11.8, 15.1, 11.7, 13.8)
        .CurveTo(11.4, 10.6, 14.1, 8.4, 17.3, 9.2)
        .CurveTo(18.5, 9.5, 19.4, 8.7, 19.3, 7.4)
        .CurveTo(19.1, 4.7, 20.9, 2.5, 24, 2.5)
        .Close();

    private static readonly PdfPath Veins = new PdfPath()
        .MoveTo(24, 10.5)
        .CurveTo(23.4, 10.5, 23, 10.9, 23, 11.5)
        .LineTo(23, 18.6)
        .LineTo(19.9, 16)
        .LineTo(18.6, 17.5)
        .LineTo(23, 21.2)
        .LineTo(23, 27)
        .LineTo(17.4, 22.3)
        .LineTo(16.1, 23.8)
        .LineTo(23, 29.6)
        .LineTo(23, 34)
        .CurveTo(23, 34.6, 23.4, 35, 24, 35)
        .CurveTo(24.6, 35, 25, 34.6, 25, 34)
        .LineTo(25, 29.6)
        .LineTo(31.9, 23.8)
        .LineTo(30.6, 22.3)
        .LineTo(25, 27)
        .LineTo(25, 21.2)
        .LineTo(29.4, 17.5)
        .LineTo(28.1, 16)
        .LineTo(25, 18.6)
        .LineTo(25, 11.5)
        .CurveTo(25, 10.9, 24.6, 10.5, 24, 10.5)
        .Close();

    private const double Height = 42; // points, of every letterhead
    private const double Widest = 84;

    /// <summary>The school's crest, or else the oak leaf, with the school's name, and a line under it, to its right.</summary>
    /// <param name="crest">Null where the school had none on the day of the paper.</param>
    public static Figure Letterhead(string school, RasterImage? crest, string line) =>
        (crest is null ? Leafed() : Crested(crest)) with
        {
            SideText = [new TextBlock(Typography.SchoolName, school), new TextBlock(Typography.Note, line)],
        };

    private static Figure Leafed() => new(Height, Height, Alternative: null, (pdf, x, y) => Draw(pdf, x, y, Height));

    private static Figure Crested(RasterImage crest)
    {
        var scale = Math.Min(Height / crest.Height, Widest / crest.Width);
        var (width, height) = (crest.Width * scale, crest.Height * scale);
        return new Figure(width, Height, Alternative: null, (pdf, x, y) => pdf.DrawPicture(crest, x, y + ((Height - height) / 2), width, height));
    }

    private static void Draw(PdfWriter pdf, double left, double top, double size)
    {
        var scale = size / DrawingSize;
        pdf.FillPath(Leaf, left, top, scale, Typography.Green);
        pdf.FillPath(Veins, left, top, scale, Typography.Paper);
    }
}
