using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Layout;

/// <summary>Puts the signs of a page into lines, and the lines into the order in which they are read.</summary>
internal static class PageLines
{
    private const int LeastLinesOfColumn = 10;
    private const int LeastWidthOfColumn = 110;
    private const int WidestPage = 5_000;
    private const double StepOfGutter = 1.5;
    private const double NarrowestGutter = 7;
    private const double MostCrossing = 0.25;
    private const double MostBesideTheFold = 0.08;
    private const int LeastFullLines = 5;

    /// <param name="isOneTable">True where what stands on both sides of a place belongs to one drawn table; null where nobody knows.</param>
    public static IReadOnlyList<PrintedLine> Of(IReadOnlyList<Ink> inks, double width, double height, Func<double, bool>? isOneTable = null)
    {
        var lines = Group(inks, height);
        return FindGutter(lines, width, isSheet: width > height && isOneTable is not null) is { } gutter && isOneTable?.Invoke(gutter) != true
            ? InColumns(lines, gutter, height)
            : lines;
    }

    private static List<PrintedLine> Group(IReadOnlyList<Ink> inks, double height)
    {
        var open = new List<(double Baseline, double Size, List<Ink> Inks)>();
        foreach (var ink in inks.Where(ink => !ink.IsTurned && !ink.IsSpace).OrderByDescending(ink => ink.Baseline).ThenBy(ink => ink.Left))
        {
            if (open.Count > 0 && open[^1].Baseline - ink.Baseline < Math.Max(2, Math.Max(open[^1].Size, ink.Size) * 0.42))
            {
                open[^1].Inks.Add(ink);
                if (ink.Size > open[^1].Size)
                {
                    open[^1] = open[^1] with { Size = ink.Size, Baseline = ink.Baseline };
                }
            }
            else
            {
                open.Add((ink.Baseline, ink.Size, [ink]));
            }
        }

        return open.ConvertAll(line => new PrintedLine(line.Inks, height));
    }

    /// <summary>The strip between two columns of prose, which hardly a line crosses; null for one column.</summary>
    /// <param name="isSheet">True for a page on its side, which may hold two pages of a booklet.</param>
    private static double? FindGutter(List<PrintedLine> lines, double width, bool isSheet)
    {
        if (width > WidestPage || lines.Count < LeastLinesOfColumn)
        {
            return null;
        }

        var gaps = lines.ConvertAll(GapsOf);
        var free = Enumerable
            .Range(0, (int)(width * 0.3 / StepOfGutter))
            .Select(step => (width * 0.35) + (step * StepOfGutter))
            .Select(at => (At: at, Crossed: gaps.Count(line => !IsFree(line, at))))
            .ToList();
        var least = free.Count == 0 ? lines.Count : free.Min(each => each.Crossed);
        if (least > lines.Count * MostCrossing)
        {
            return null;
        }

        var places = free.Where(each => each.Crossed == least).Select(each => each.At).ToList();
        var gutter = places[places.Count / 2];
        // Two pages of a booklet hold lists and short lines too, but nothing stands across the fold.
        var isFold = isSheet && least == 0 && Math.Abs(gutter - (width / 2)) < width * MostBesideTheFold;
        return
            (IsProse(lines, gutter, isLeft: true) && IsProse(lines, gutter, isLeft: false))
            || (isFold && HasProse(lines, gutter, isLeft: true) && HasProse(lines, gutter, isLeft: false))
            ? gutter
            : null;
    }

    /// <summary>What of a line stands free: before it, in the gaps in it, and behind it.</summary>
    private static List<(double From, double To)> GapsOf(PrintedLine line)
    {
        var gaps = new List<(double From, double To)> { (double.MinValue, line.Left) };
        var end = line.Left;
        foreach (var ink in line.Inks.Where(ink => !ink.IsSpace))
        {
            if (ink.Left - end > NarrowestGutter)
            {
                gaps.Add((end, ink.Left));
            }

            end = Math.Max(end, ink.Right);
        }

        gaps.Add((end, double.MaxValue));
        return gaps;
    }

    private static bool IsFree(List<(double From, double To)> gaps, double at) => gaps.Exists(gap => gap.From <= at && gap.To >= at);

    /// <summary>Many lines, most of which fill the column: cells of a table do not.</summary>
    private static bool IsProse(List<PrintedLine> lines, double gutter, bool isLeft) =>
        WidthsOf(lines, gutter, isLeft) is { Count: >= LeastLinesOfColumn } widths
        && widths[^1] > LeastWidthOfColumn
        && widths.Count(width => width > widths[^1] * 0.75) >= widths.Count * 0.5;

    private static bool HasProse(List<PrintedLine> lines, double gutter, bool isLeft) =>
        WidthsOf(lines, gutter, isLeft) is { Count: > 0 } widths
        && widths[^1] > LeastWidthOfColumn
        && widths.Count(width => width > widths[^1] * 0.75) >= LeastFullLines;

    private static List<double> WidthsOf(List<PrintedLine> lines, double gutter, bool isLeft) =>
        lines
            .Where(line => IsFree(GapsOf(line), gutter))
            .Select(line => line.Inks.Where(ink => ink.Middle < gutter == isLeft).ToList())
            .Where(inks => inks.Count > 0)
            .Select(inks => inks.Max(ink => ink.Right) - inks.Min(ink => ink.Left))
            .Order()
            .ToList();

    /// <summary>Lines across the page divide it into bands; in each the left column is read before the right one.</summary>
    private static List<PrintedLine> InColumns(List<PrintedLine> lines, double gutter, double height)
    {
        var read = new List<PrintedLine>();
        var right = new List<PrintedLine>();
        foreach (var line in lines)
        {
            if (!IsFree(GapsOf(line), gutter))
            {
                EndBand();
                read.Add(line);
                continue;
            }

            var halves = line.Inks.ToLookup(ink => ink.Middle < gutter);
            if (halves[true].Any())
            {
                read.Add(new PrintedLine(halves[true], height));
            }

            if (halves[false].Any())
            {
                right.Add(new PrintedLine(halves[false], height));
            }
        }

        EndBand();
        return read;

        void EndBand()
        {
            read.AddRange(right);
            right.Clear();
        }
    }
}
