using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Layout;

/// <summary>Puts the signs of a page into lines, and the lines into the order in which they are read.</summary>
internal static class PageLines
{
    private const int LeastLinesOfColumn = 10;
    private const int LeastWidthOfColumn = 110;

    public static IReadOnlyList<PrintedLine> Of(IReadOnlyList<Ink> inks, double width, double height)
    {
        var lines = Group(inks, height);
        return FindGutter(lines, width) is { } gutter ? InColumns(lines, gutter, height) : lines;
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

    /// <summary>The strip between two columns, which most lines that fill the page leave free; null for one column.</summary>
    private static double? FindGutter(List<PrintedLine> lines, double width)
    {
        var gaps = lines
            .Where(line => line.Cells.Count == 2)
            .Select(line => (line.Cells[0], line.Cells[1]))
            .Where(pair =>
                pair.Item1.Right - pair.Item1.Left > LeastWidthOfColumn
                && pair.Item2.Right - pair.Item2.Left > LeastWidthOfColumn
                && pair.Item1.Right < width * 0.62
                && pair.Item2.Left > width * 0.38
            )
            .ToList();
        if (gaps.Count < LeastLinesOfColumn || gaps.Count < lines.Count * 0.4)
        {
            return null;
        }

        var (from, to) = (gaps.Max(pair => pair.Item1.Right), gaps.Min(pair => pair.Item2.Left));
        return from < to ? (from + to) / 2 : null;
    }

    /// <summary>Lines across the page divide it into bands; in each the left column is read before the right one.</summary>
    private static List<PrintedLine> InColumns(List<PrintedLine> lines, double gutter, double height)
    {
        var read = new List<PrintedLine>();
        var right = new List<PrintedLine>();
        foreach (var line in lines)
        {
            if (line.Cells.Any(cell => cell.Left < gutter - 4 && cell.Right > gutter + 4))
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
