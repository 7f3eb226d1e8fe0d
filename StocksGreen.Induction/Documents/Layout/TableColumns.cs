using StocksGreen.Induction.Documents.Lettering;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>
/// Shares the width of a table between its columns: none narrower than its longest word where there is room, the rest by how much stands in each.
/// </summary>
internal static class TableColumns
{
    private const double LongestWord = 130;
    private const double WidestLine = 260;
    private const double Narrowest = 14;
    private const double LabelWidth = 15;

    /// <param name="padding">Left and right of the text of a cell, together.</param>
    /// <returns>The width of each column; together the given one.</returns>
    public static IReadOnlyList<double> Share(BlockTable table, TextStyle style, double width, double padding)
    {
        var (least, liked) = (new double[table.ColumnCount], new double[table.ColumnCount]);
        Array.Fill(least, Narrowest + padding);
        Array.Fill(liked, Narrowest + padding);
        foreach (var cell in table.Cells.OrderBy(cell => cell.Columns))
        {
            var (word, line) = Measure(cell.Blocks, style);
            Widen(least, cell, Math.Min(word, LongestWord) + padding);
            Widen(liked, cell, Math.Min(line, WidestLine) + padding);
        }

        var (sumOfLeast, sumOfLiked) = (least.Sum(), liked.Sum());
        if (sumOfLeast >= width)
        {
            return [.. least.Select(each => each * width / sumOfLeast)];
        }

        var spare = (width - sumOfLeast) / Math.Max(sumOfLiked - sumOfLeast, 1);
        return sumOfLiked - sumOfLeast < 1
            ? [.. least.Select(each => each * width / sumOfLeast)]
            : [.. least.Zip(liked, (small, large) => small + ((large - small) * spare))];
    }

    /// <summary>A cell over several columns widens them alike.</summary>
    private static void Widen(double[] widths, BlockCell cell, double needed)
    {
        var has = widths.AsSpan(cell.Column, cell.Columns);
        var sum = 0.0;
        foreach (var each in has)
        {
            sum += each;
        }

        for (var i = 0; i < has.Length && needed > sum; i++)
        {
            has[i] += (needed - sum) / has.Length;
        }
    }

    private static (double Word, double Line) Measure(IReadOnlyList<FlowBlock> blocks, TextStyle style)
    {
        var (word, line) = (0.0, 0.0);
        foreach (var block in blocks)
        {
            var (own, all) = block switch
            {
                TextBlock text => Measure(text.Runs, style),
                Heading heading => Measure(heading.Runs ?? [new Run(heading.Text)], style),
                ItemList list => MeasureItems(list, style),
                Box box => Measure(box.Blocks, style),
                PictureBlock picture => (40, picture.Width),
                _ => (0, WidestLine),
            };
            (word, line) = (Math.Max(word, own), Math.Max(line, all));
        }

        return (word, line);
    }

    private static (double Word, double Line) MeasureItems(ItemList list, TextStyle style)
    {
        var widths = list
            .Entries.SelectMany(entry => (IEnumerable<(double Word, double Line)>)[Measure(entry.Runs, style), Measure(entry.Nested, style)])
            .ToList();
        return widths.Count == 0 ? (0, 0) : (widths.Max(each => each.Word) + LabelWidth, widths.Max(each => each.Line) + LabelWidth);
    }

    /// <summary>Bold words are a little wider; all are measured as if they were.</summary>
    private static (double Word, double Line) Measure(IReadOnlyList<Run> runs, TextStyle style)
    {
        var text = FontSet.Clean(string.Concat(runs.Select(run => run.Text)));
        var (word, line) = (0.0, 0.0);
        foreach (var each in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var width =
                each.Length > 60 ? WidestLine : FontSet.ToDrawable(each, FontFace.SemiBold).Sum(part => part.Letters.Font.WidthOf(part.Text, style.Size));
            word = Math.Max(word, width);
            line = Math.Min(line + width + (style.Size / 4), WidestLine);
        }

        return (word + 1, line);
    }
}
