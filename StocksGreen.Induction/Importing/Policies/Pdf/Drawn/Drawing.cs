using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>What lines on a page mean for the words next to them.</summary>
internal static class Drawing
{
    private const double Thin = 2.5;
    private const double ShortestLine = 5;
    private const double Overhang = 5;

    /// <returns>Thin lines, and the coloured boxes on which white words can be read.</returns>
    public static (IReadOnlyList<DrawnLine> Lines, IReadOnlyList<PdfRectangle> Fills) Of(Page page, PdfBudget budget)
    {
        var lines = new List<DrawnLine>();
        var fills = new List<PdfRectangle>();
        budget.Line(page.Paths.Count);
        foreach (var path in page.Paths)
        {
            if (path.IsClipping || (!path.IsFilled && !path.IsStroked))
            {
                continue;
            }

            if (path.IsFilled && path.GetBoundingRectangle() is { Width: > 4, Height: > 4 } box && path.FillColor is { } colour && !IsWhite(colour))
            {
                fills.Add(box);
            }

            foreach (var part in path)
            {
                Add(part.GetBoundingRectangle(), path.IsStroked && !path.IsFilled, lines);
            }
        }

        return (lines, fills);
    }

    public static bool IsWhite(UglyToad.PdfPig.Graphics.Colors.IColor colour)
    {
        var (red, green, blue) = colour.ToRGBValues();
        return red > 0.98 && green > 0.98 && blue > 0.98;
    }

    /// <summary>A line under words underlines them, one through them takes them back; one that reaches further is the border of a cell.</summary>
    public static void MarkWords(IReadOnlyList<Ink> inks, IReadOnlyList<DrawnLine> lines)
    {
        var level = lines.Where(line => line.IsLevel).ToList();
        if (level.Count == 0)
        {
            return;
        }

        var byHeight = inks.Where(ink => !ink.IsTurned && !ink.IsSpace).OrderBy(ink => ink.Baseline).ToList();
        var heights = byHeight.ConvertAll(ink => ink.Baseline);
        foreach (var line in level)
        {
            var first = heights.BinarySearch(line.At - 20);
            var near = new List<Ink>();
            for (var i = first < 0 ? ~first : first; i < byHeight.Count && heights[i] < line.At + 20; i++)
            {
                var ink = byHeight[i];
                if (ink.Middle > line.From && ink.Middle < line.To && line.At < ink.Baseline + (ink.Size * 0.42) && line.At > ink.Baseline - (ink.Size * 0.3))
                {
                    near.Add(ink);
                }
            }

            if (near.Count == 0 || near.Min(ink => ink.Left) - line.From > Overhang || line.To - near.Max(ink => ink.Right) > Overhang)
            {
                continue;
            }

            foreach (var ink in near)
            {
                ink.IsStruck |= line.At > ink.Baseline + (ink.Size * 0.15);
                ink.IsUnderlined |= line.At <= ink.Baseline + (ink.Size * 0.1);
            }
        }
    }

    private static void Add(PdfRectangle? bounds, bool isOutline, List<DrawnLine> lines)
    {
        if (bounds is not { } box || !double.IsFinite(box.Width) || !double.IsFinite(box.Height))
        {
            return;
        }

        if (box.Height < Thin && box.Width > ShortestLine)
        {
            lines.Add(new DrawnLine(true, (box.Bottom + box.Top) / 2, box.Left, box.Right));
        }
        else if (box.Width < Thin && box.Height > ShortestLine)
        {
            lines.Add(new DrawnLine(false, (box.Left + box.Right) / 2, box.Bottom, box.Top));
        }
        else if (isOutline && box.Width > ShortestLine && box.Height > ShortestLine)
        {
            lines.Add(new DrawnLine(true, box.Top, box.Left, box.Right));
            lines.Add(new DrawnLine(true, box.Bottom, box.Left, box.Right));
            lines.Add(new DrawnLine(false, box.Left, box.Bottom, box.Top));
            lines.Add(new DrawnLine(false, box.Right, box.Bottom, box.Top));
        }
    }
}
