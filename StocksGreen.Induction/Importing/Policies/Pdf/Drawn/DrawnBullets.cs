using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>Bullets that a browser draws as small dots and rings, and not as signs of a font: they become signs before the words of their line.</summary>
internal static class DrawnBullets
{
    private const double Smallest = 1.5;
    private const double Largest = 8;
    private const double Furthest = 30;
    private const int MostBullets = 500;

    public static void Add(Page page, List<Ink> inks)
    {
        var dots = page.Paths.Where(path => !path.IsClipping && (path.IsFilled || path.IsStroked)).Select(DotOf).OfType<Dot>().Take(MostBullets + 1).ToList();
        // A page of dots is a pattern.
        if (dots.Count is 0 or > MostBullets)
        {
            return;
        }

        var byHeight = inks.Where(ink => !ink.IsTurned && !ink.IsSpace).OrderBy(ink => ink.Baseline).ToList();
        var heights = byHeight.ConvertAll(ink => ink.Baseline);
        var bullets = new Dictionary<Ink, Ink>(ReferenceEqualityComparer.Instance);
        foreach (var dot in dots)
        {
            var first = heights.BinarySearch(dot.Middle - 12);
            var line = new List<Ink>();
            for (var i = first < 0 ? ~first : first; i < byHeight.Count && heights[i] <= dot.Middle; i++)
            {
                if (dot.Middle < byHeight[i].Baseline + (byHeight[i].Size * 0.75) && Math.Abs(byHeight[i].Left - dot.Left) < Furthest * 2)
                {
                    line.Add(byHeight[i]);
                }
            }

            // Nothing of the line stands before the dot, and its words begin close behind it.
            if (
                line.Count > 0
                && line.MinBy(ink => ink.Left) is { } next
                && next.Left >= dot.Right - 0.5
                && next.Left - dot.Right < Furthest
                && dot.Right - dot.Left < next.Size * 0.6
            )
            {
                bullets.TryAdd(next, Bullet(dot, next));
            }
        }

        for (var i = inks.Count - 1; i >= 0 && bullets.Count > 0; i--)
        {
            if (bullets.Remove(inks[i], out var bullet))
            {
                inks.Insert(i, bullet);
            }
        }
    }

    private static Ink Bullet(Dot dot, Ink next) =>
        new()
        {
            Text = dot.Sign,
            Page = next.Page,
            Left = dot.Left,
            Right = dot.Right,
            Baseline = next.Baseline,
            Size = next.Size,
            Mark = next.Mark,
        };

    private static Dot? DotOf(PdfPath path)
    {
        if (path.GetBoundingRectangle() is not { Width: > Smallest and < Largest, Height: > Smallest and < Largest } box)
        {
            return null;
        }

        var isRound = path.Any(part => part.Commands.Any(command => command is PdfSubpath.CubicBezierCurve or PdfSubpath.QuadraticBezierCurve));
        var isSquare = Math.Abs(box.Width - box.Height) < box.Width * 0.25;
        var sign = (path.IsFilled, isRound) switch
        {
            (true, true) => "•",
            (true, false) => "▪",
            (false, true) => "○",
            (false, false) => "□",
        };
        return isSquare ? new Dot(box.Left, box.Right, (box.Bottom + box.Top) / 2, sign) : null;
    }

    private sealed record Dot(double Left, double Right, double Middle, string Sign);
}
