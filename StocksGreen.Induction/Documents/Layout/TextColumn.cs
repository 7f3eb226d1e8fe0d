using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>
/// Paragraphs set in a column of their own, in a box or next to a drawing; drawn whole, or as many lines at a time as a page has room for. The space before the
/// first and after the last does not count.
/// </summary>
internal sealed class TextColumn
{
    private const double Indent = 9; // of the items of a list

    private readonly List<Line> lines = [];
    private readonly double width;
    private int next;

    /// <param name="corner">Width and height of what stands in the top right corner, which the first paragraphs keep clear of; 0 for nothing.</param>
    public TextColumn(IReadOnlyList<TextBlock> texts, double width, (double Width, double Height) corner = default)
    {
        this.width = width;
        var (y, gap, list) = (0.0, 0.0, (PdfElement?)null);
        foreach (var text in texts)
        {
            y += lines.Count == 0 ? 0 : gap + text.Style.SpaceBefore;
            list = text.IsItem ? list ?? PdfElement.List(hasDiscs: true) : null;
            var item = list is null ? null : PdfElement.ListItem();
            PdfElement[] path = list is null ? [PdfElement.Paragraph()] : [list, item!, PdfElement.ListBody()];
            var left = list is null ? 0 : Indent;
            var room = width - left - (y < corner.Height ? corner.Width : 0);
            foreach (var (at, line) in LineBreaker.Break(text.Runs, text.Style, room).Index())
            {
                PdfElement[] label = at == 0 && list is not null ? [list, item!, PdfElement.Label()] : [];
                lines.Add(new Line(line, text.Style, path, label, left, y));
                y += text.Style.LineHeight;
            }

            gap = text.Style.SpaceAfter;
        }

        Height = Math.Max(y, corner.Height);
    }

    public double Height { get; }

    public bool IsDone => next == lines.Count;

    /// <summary>Gives every paragraph its place among the others, so that columns which go on over pages are read one after the other.</summary>
    public void Open(PageFlow flow)
    {
        foreach (var line in lines)
        {
            Inside(flow, line.Label, () => { });
            Inside(flow, line.Path, () => { });
        }
    }

    /// <summary>Draws the next lines, at least one.</summary>
    /// <param name="room">Points.</param>
    /// <returns>How much of the room they took.</returns>
    public double Draw(PageFlow flow, double left, double top, double room = double.MaxValue)
    {
        if (IsDone)
        {
            return 0;
        }

        var (first, start, end) = (next, lines[next].Top, 0.0);
        for (; next < lines.Count; next++)
        {
            var line = lines[next];
            end = line.Top - start + line.Style.LineHeight;
            if (next > first && end > room + 0.01)
            {
                var last = lines[next - 1];
                return last.Top - start + last.Style.LineHeight;
            }

            var y = top + line.Top - start;
            Inside(
                flow,
                line.Label,
                () => flow.DrawLines(LineBreaker.Break([new Run("•")], line.Style, Indent), line.Style, Typography.Green, left + 1, y, Indent)
            );
            Inside(flow, line.Path, () => flow.DrawLines([line.Words], line.Style, line.Style.Colour, left + line.Left, y, width - line.Left));
        }

        return end;
    }

    private static void Inside(PageFlow flow, IReadOnlyList<PdfElement> path, Action draw)
    {
        if (path.Count == 0)
        {
            return;
        }

        foreach (var element in path)
        {
            flow.Open(element);
        }

        draw();
        foreach (var _ in path)
        {
            flow.Close();
        }
    }

    /// <param name="Label">The elements round its bullet; none where it has no bullet.</param>
    /// <param name="Top">Points under the top of the whole column.</param>
    private sealed record Line(SetLine Words, TextStyle Style, IReadOnlyList<PdfElement> Path, IReadOnlyList<PdfElement> Label, double Left, double Top);
}
