using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>One line of a cell, or one drawing: what a page break never parts.</summary>
/// <param name="SpaceBefore">Points, not counted at the top of a cell.</param>
/// <param name="Draw">Draws it with its top left corner at the given place, in its own elements unless it is drawn as an artifact.</param>
internal sealed record CellSlice(double Height, double SpaceBefore, Action<PageFlow, double, double, bool> Draw);

/// <summary>Sets the blocks of a cell in its width, as slices from top to bottom.</summary>
internal sealed class CellContent
{
    private const double Indent = 11;
    private const double TallestDrawing = 220;
    private const double NarrowestText = 12;
    private const double NarrowestItem = 36;
    private const int MostLinesOfLabel = 3;

    private readonly List<CellSlice> slices = [];
    private readonly TextStyle style;

    private CellContent(TextStyle style) => this.style = style;

    /// <param name="style">Of its paragraphs.</param>
    public static IReadOnlyList<CellSlice> Set(IReadOnlyList<FlowBlock> blocks, TextStyle style, double width)
    {
        var content = new CellContent(style);
        content.Add(blocks, [], 0, width);
        return content.slices;
    }

    public static double HeightOf(IReadOnlyList<CellSlice> slices) => slices.Select((slice, at) => slice.Height + (at == 0 ? 0 : slice.SpaceBefore)).Sum();

    private void Add(IReadOnlyList<FlowBlock> blocks, IReadOnlyList<PdfElement> path, double left, double width)
    {
        width = Math.Max(width, NarrowestText);
        foreach (var block in blocks)
        {
            switch (block)
            {
                case TextBlock text:
                    AddText(text.Runs, [.. path, PdfElement.Paragraph()], left, width, style.LineHeight * 0.3);
                    break;
                case Heading heading:
                    var words = heading.Runs ?? [new Run(heading.Text)];
                    AddText([.. words.Select(run => run with { IsBold = true })], [.. path, PdfElement.Paragraph()], left, width, style.LineHeight * 0.5);
                    break;
                case ItemList list:
                    AddList(list, path, left, width);
                    break;
                case Box box:
                    Add(box.Blocks, path, left, width);
                    break;
                case PictureBlock picture:
                    AddPicture(picture.Fit(width, TallestDrawing), path, left);
                    break;
                case BlockTable table:
                    AddRows(table, path, left, width);
                    break;
                case Gap or Rule or PageBreak:
                    break;
                default:
                    throw new NotSupportedException($"{block.GetType().Name} has no place in a cell.");
            }
        }
    }

    private void AddText(IReadOnlyList<Run> runs, IReadOnlyList<PdfElement> path, double left, double width, double spaceBefore)
    {
        foreach (var (at, line) in LineBreaker.Break(runs, style, width).Index())
        {
            slices.Add(
                new CellSlice(
                    style.LineHeight,
                    at == 0 ? spaceBefore : 0,
                    (flow, x, y, isArtifact) =>
                        Inside(flow, path, isArtifact, () => flow.DrawLines([line], style, style.Colour, x + left, y, width, !isArtifact))
                )
            );
        }
    }

    private void AddList(ItemList list, IReadOnlyList<PdfElement> path, double left, double width)
    {
        var element = list.IsLabelled ? PdfElement.LabelledList() : PdfElement.List(hasDiscs: true);
        var labels = list.Entries.Select(entry => LineBreaker.Break([entry.LabelRun], style, width / 2)).ToList();
        var indent = Math.Max(Indent, labels.SelectMany(lines => lines).Select(line => line.Width + 4).DefaultIfEmpty(0).Max());
        var isIndented = width - indent >= NarrowestItem && left < NarrowestItem * 2 && !labels.Exists(lines => lines.Count > MostLinesOfLabel);
        indent = isIndented ? indent : 0;
        foreach (var (entry, label) in list.Entries.Zip(labels))
        {
            var item = PdfElement.ListItem();
            var (labelPath, body) = ((PdfElement[])[.. path, element, item, PdfElement.Label()], (PdfElement[])[.. path, element, item, PdfElement.ListBody()]);
            var first = slices.Count;
            // Without room for a step to the side, the label is the beginning of the text.
            IReadOnlyList<Run> words = isIndented ? entry.Runs : [entry.LabelRun with { Text = entry.Label + " " }, .. entry.Runs];
            IReadOnlyList<Run> runs = words.Count == 0 ? [new Run("\u00A0")] : words;
            var inner = Math.Max(width - indent, NarrowestText);
            var isFromRight = LineBreaker.Break(runs, style, inner) is [{ IsFromRight: true }, ..];
            var (textLeft, labelLeft) = isFromRight ? (left, left + inner) : (left + indent, left);
            AddText(runs, body, textLeft, inner, style.LineHeight * 0.2);
            if (isIndented && first < slices.Count)
            {
                var line = slices[first];
                slices[first] = line with
                {
                    Height = Math.Max(line.Height, label.Count * style.LineHeight),
                    Draw = (flow, x, y, isArtifact) =>
                    {
                        var labelStyle = style with { Alignment = isFromRight ? TextAlignment.Right : TextAlignment.Left };
                        Inside(flow, labelPath, isArtifact, () => flow.DrawLines(label, labelStyle, Typography.Green, x + labelLeft, y, indent, !isArtifact));
                        line.Draw(flow, x, y, isArtifact);
                    },
                };
            }

            Add(entry.Nested, body, textLeft, inner);
        }
    }

    private void AddPicture(PictureBlock picture, IReadOnlyList<PdfElement> path, double left) =>
        slices.Add(
            new CellSlice(
                picture.Height,
                4,
                (flow, x, y, isArtifact) =>
                    Inside(
                        flow,
                        picture.Alternative is null ? [] : path,
                        isArtifact,
                        () => flow.Draw(pdf => picture.DrawAt(pdf, x + left, y, isTagged: !isArtifact))
                    )
            )
        );

    // A table inside a cell has no room for columns of its own: each of its rows is a paragraph.
    private void AddRows(BlockTable table, IReadOnlyList<PdfElement> path, double left, double width)
    {
        if (table.Caption.Count > 0)
        {
            AddText(table.Caption, [.. path, PdfElement.Paragraph()], left, width, style.LineHeight * 0.3);
        }

        foreach (var row in table.Cells.GroupBy(cell => cell.Row))
        {
            Add([.. row.SelectMany((cell, at) => WithMark(cell.Blocks, at > 0))], path, left, width);
        }
    }

    private static IEnumerable<FlowBlock> WithMark(IReadOnlyList<FlowBlock> blocks, bool isLater) =>
        blocks.Count > 0 && blocks[0] is TextBlock text && isLater ? [text with { Runs = [new Run("– "), .. text.Runs] }, .. blocks.Skip(1)] : blocks;

    private static void Inside(PageFlow flow, IReadOnlyList<PdfElement> path, bool isArtifact, Action draw)
    {
        if (isArtifact)
        {
            draw();
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
}
