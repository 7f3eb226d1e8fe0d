using System.Text;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>A vector shape, in points from the top left of its own drawing; a writer places it, scaled, on a page.</summary>
public sealed class PdfPath
{
    private readonly List<(char Operation, double[] Points)> segments = [];

    public PdfPath MoveTo(double x, double y) => Add('m', x, y);

    public PdfPath LineTo(double x, double y) => Add('l', x, y);

    /// <summary>A cubic curve with two control points.</summary>
    public PdfPath CurveTo(double x1, double y1, double x2, double y2, double x, double y) => Add('c', x1, y1, x2, y2, x, y);

    public PdfPath Close() => Add('h');

    internal void AppendTo(StringBuilder content, double left, double top, double scale, double pageHeight)
    {
        foreach (var (operation, points) in segments)
        {
            for (var i = 0; i < points.Length; i += 2)
            {
                content.AppendNumber(left + (points[i] * scale)).AppendNumber(pageHeight - top - (points[i + 1] * scale));
            }

            content.Append(operation).Append('\n');
        }
    }

    private PdfPath Add(char operation, params double[] points)
    {
        segments.Add((operation, points));
        return this;
    }
}
