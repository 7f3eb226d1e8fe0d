using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>Places tables: the head again on each page, rows whole where a page can hold them, and split between lines where it cannot.</summary>
internal sealed class GridLayout(PageFlow flow)
{
    private const double BarHeight = 7;
    private const double BarGap = 10;
    private const double LargestTextShareWithBar = 0.5;
    private const int FewestLinesOfPartOfRow = 3;
    private const double GreatestHeadPadding = 4;
    private const double GreatestHead = 260; // points of a head that stands again on each page

    public void Place(Grid grid)
    {
        var table = Measure(grid);
        if (grid.Columns.All(column => column.Heading is null) && grid.Rows.Count == 0)
        {
            return;
        }

        flow.Reserve(LeadOf(table));
        flow.Open(PdfElement.Table());
        if (table.HeadHeight > 0)
        {
            flow.Open(PdfElement.TableHead());
            if (table.IsHeadRepeated)
            {
                DrawHead(table, isRepeated: false);
            }
            else
            {
                PlaceRow(table, HeadAsRow(table), isHead: true);
            }

            flow.Close();
        }

        if (grid.HasColumnLines && !grid.Columns.Any(column => column.Heading is not null))
        {
            DrawRule(flow.Y, 0.6, Typography.Quiet);
        }

        flow.Open(PdfElement.TableBody());
        foreach (var row in table.Rows)
        {
            PlaceRow(table, row);
        }

        flow.Close();
        flow.Close();
        flow.Y += grid.SpaceAfter;
    }

    /// <summary>The height without which a table does not begin on a page: its head and its first row, or all of one that stays together.</summary>
    public double LeadOf(Grid grid) => LeadOf(Measure(grid.StaysTogether ? grid : grid with { Rows = [.. grid.Rows.Take(1)] }));

    private static double LeadOf(MeasuredTable table)
    {
        if (table.Grid.StaysTogether)
        {
            return table.HeadHeight + table.Rows.Sum(row => row.Height);
        }

        var fewest = (FewestLinesOfPartOfRow * table.Grid.Style.LineHeight) + (2 * table.Grid.RowPadding);
        return Math.Min(table.HeadHeight, GreatestHead) + (table.Rows.Count == 0 ? 0 : Math.Min(table.Rows[0].Height, Math.Max(fewest, 80)));
    }

    private MeasuredTable Measure(Grid grid)
    {
        var total = grid.Columns.Sum(column => column.Weight);
        var lefts = new List<double> { flow.Page.Margin };
        foreach (var column in grid.Columns)
        {
            lefts.Add(lefts[^1] + (flow.Page.ColumnWidth * column.Weight / total));
        }

        var headStyle = grid.Style with { Face = FontFace.SemiBold };
        var hasHead = grid.Columns.Any(column => column.Heading is not null);
        var head = hasHead ? grid.Columns.Select((column, i) => Lines(column.Heading ?? "", headStyle, i)).ToList() : [];
        var headHeight = hasHead ? (head.Max(lines => lines.Count) * headStyle.LineHeight) + (2 * HeadPadding(grid)) : 0;
        var rows = grid.Rows.Select(cells =>
        {
            if (cells.Count != grid.Columns.Count)
            {
                throw new ArgumentException("A row has as many cells as there are columns.", nameof(grid));
            }

            var lines = cells.Select((cell, i) => Lines(cell, StyleOf(grid, i), i)).ToList();
            var count = Math.Max(1, lines.Max(cell => cell.Count));
            return new MeasuredRow(cells, lines, count, (count * grid.Style.LineHeight) + (2 * grid.RowPadding));
        });
        var measured = rows.ToList();
        return new MeasuredTable(grid, lefts, head, headHeight, measured, [.. grid.Columns.Select((_, i) => WidestTextWithBar(measured, i))]);

        IReadOnlyList<SetLine> Lines(GridCell cell, TextStyle style, int column)
        {
            var width = lefts[column + 1] - lefts[column] - (2 * grid.CellPadding);
            return LineBreaker.Break(cell.Runs, style, cell.Bar is null ? width : width * LargestTextShareWithBar);
        }
    }

    /// <summary>Rows to be written in are high; their head need not be.</summary>
    private static double HeadPadding(Grid grid) => Math.Min(grid.RowPadding, GreatestHeadPadding);

    /// <summary>Bars of a column begin at the same place: next to the widest text that has one.</summary>
    private static double WidestTextWithBar(IReadOnlyList<MeasuredRow> rows, int column) =>
        rows.Where(row => row.Cells[column].Bar is not null).SelectMany(row => row.Lines[column]).Select(line => line.Width).DefaultIfEmpty(0).Max();

    private static TextStyle StyleOf(Grid grid, int column) => grid.HasRowHeaders && column == 0 ? grid.Style with { Face = FontFace.SemiBold } : grid.Style;

    /// <summary>A head that fills much of a page stands once, and is split like any row.</summary>
    private static MeasuredRow HeadAsRow(MeasuredTable table) =>
        new(
            [.. table.Grid.Columns.Select(column => GridCell.FromString(column.Heading ?? ""))],
            table.Head,
            table.Head.Max(lines => lines.Count),
            table.HeadHeight
        );

    private void PlaceRow(MeasuredTable table, MeasuredRow row, bool isHead = false)
    {
        var capacity = flow.Page.Bottom - flow.Page.Top - table.RepeatedHeight;
        if (!flow.Fits(row.Height) && row.Height <= capacity)
        {
            StartPage(table);
        }

        var (rowElement, cells) = (
            PdfElement.Row(),
            table
                .Grid.Columns.Select(
                    (_, i) =>
                        isHead ? PdfElement.ColumnHeader()
                        : table.Grid.HasRowHeaders && i == 0 ? PdfElement.RowHeader()
                        : PdfElement.Cell()
                )
                .ToList()
        );
        for (var at = 0; at < row.LineCount; )
        {
            var rest = row.LineCount - at;
            var take = Math.Min(rest, (int)((flow.Remaining + 0.01 - (2 * table.Grid.RowPadding)) / table.Grid.Style.LineHeight));
            if (take < Math.Min(rest, FewestLinesOfPartOfRow) && flow.Y > flow.Page.Top + table.RepeatedHeight)
            {
                StartPage(table);
                continue;
            }

            take = Math.Max(take, 1);
            flow.Open(rowElement);
            DrawPart(table, row, cells, at, take);
            flow.Close();
            at += take;
        }
    }

    /// <summary>Draws lines <paramref name="from"/> and following of every cell of a row.</summary>
    private void DrawPart(MeasuredTable table, MeasuredRow row, List<PdfElement> elements, int from, int count)
    {
        var (top, padding) = (flow.Y, table.Grid.CellPadding);
        var height = (count * table.Grid.Style.LineHeight) + (2 * table.Grid.RowPadding);
        for (var i = 0; i < elements.Count; i++)
        {
            var (cell, left, width) = (row.Cells[i], table.Lefts[i] + padding, table.Lefts[i + 1] - table.Lefts[i] - (2 * padding));
            if (from == 0 && cell.Bar is { } bar)
            {
                var indent = table.BarIndents[i] + BarGap;
                var colour = cell.IsWarning ? Typography.Red : Typography.Green;
                DrawBar(
                    Math.Clamp(bar, 0, 1),
                    left + indent,
                    top + table.Grid.RowPadding + ((table.Grid.Style.LineHeight - BarHeight) / 2),
                    width - indent,
                    colour
                );
            }

            var style = StyleOf(table.Grid, i) with { Alignment = table.Grid.Columns[i].IsRight ? TextAlignment.Right : TextAlignment.Left };
            flow.Open(elements[i]);
            flow.DrawLines(
                row.Lines[i].Skip(from).Take(count),
                style,
                cell.IsWarning ? Typography.Red : style.Colour,
                left,
                top + table.Grid.RowPadding,
                width
            );
            flow.Close();
        }

        if (table.Grid.HasColumnLines)
        {
            flow.DrawArtifact(pdf =>
            {
                foreach (var left in table.Lefts)
                {
                    pdf.FillRectangle(Math.Min(left, table.Lefts[^1] - 0.6), top, 0.6, height, Typography.Quiet);
                }
            });
        }

        flow.Y += height;
        DrawRule(flow.Y, 0.6, table.Grid.HasColumnLines ? Typography.Quiet : Typography.Line);
    }

    private void DrawBar(double fraction, double left, double top, double width, Colour colour) =>
        flow.DrawArtifact(pdf =>
        {
            pdf.FillRectangle(left, top, width, BarHeight, Typography.Tint);
            if (fraction > 0)
            {
                pdf.FillRectangle(left, top, width * fraction, BarHeight, colour);
            }
        });

    private void StartPage(MeasuredTable table)
    {
        flow.StartPage();
        if (table.RepeatedHeight > 0)
        {
            DrawHead(table, isRepeated: true);
        }
    }

    private void DrawHead(MeasuredTable table, bool isRepeated)
    {
        var (top, height) = (flow.Y, table.HeadHeight);
        flow.DrawArtifact(pdf => pdf.FillRectangle(flow.Page.Margin, top, flow.Page.ColumnWidth, height, Typography.Tint));
        if (isRepeated)
        {
            flow.Draw(pdf => pdf.OpenArtifact());
        }
        else
        {
            flow.Open(PdfElement.Row());
        }

        var (style, padding) = (table.Grid.Style with { Face = FontFace.SemiBold }, table.Grid.CellPadding);
        for (var i = 0; i < table.Head.Count; i++)
        {
            var aligned = style with { Alignment = table.Grid.Columns[i].IsRight ? TextAlignment.Right : TextAlignment.Left };
            var width = table.Lefts[i + 1] - table.Lefts[i] - (2 * padding);
            if (!isRepeated)
            {
                flow.Open(PdfElement.ColumnHeader());
            }

            flow.DrawLines(table.Head[i], aligned, Typography.Green, table.Lefts[i] + padding, top + HeadPadding(table.Grid), width);
            if (!isRepeated)
            {
                flow.Close();
            }
        }

        flow.Draw(pdf =>
        {
            if (isRepeated)
            {
                pdf.CloseArtifact();
            }
            else
            {
                pdf.Close();
            }
        });
        flow.Y += height;
        DrawRule(flow.Y, 1, Typography.Green);
    }

    private void DrawRule(double bottom, double thickness, Colour colour) =>
        flow.DrawArtifact(pdf => pdf.FillRectangle(flow.Page.Margin, bottom - thickness, flow.Page.ColumnWidth, thickness, colour));

    private sealed record MeasuredRow(IReadOnlyList<GridCell> Cells, IReadOnlyList<IReadOnlyList<SetLine>> Lines, int LineCount, double Height);

    private sealed record MeasuredTable(
        Grid Grid,
        IReadOnlyList<double> Lefts,
        IReadOnlyList<IReadOnlyList<SetLine>> Head,
        double HeadHeight,
        IReadOnlyList<MeasuredRow> Rows,
        IReadOnlyList<double> BarIndents
    )
    {
        public bool IsHeadRepeated => HeadHeight <= GreatestHead;

        public double RepeatedHeight => IsHeadRepeated ? HeadHeight : 0;
    }
}
