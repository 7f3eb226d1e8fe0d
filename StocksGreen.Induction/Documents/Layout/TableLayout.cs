using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>
/// Places tables whose cells hold blocks: the header again on each page; rows whole, with all that a cell covers, where a page can hold them; split between
/// lines where it cannot.
/// </summary>
internal sealed class TableLayout(PageFlow flow, BlockTable table, double left, double width)
{
    private const double Padding = 5;
    private const double RowPadding = 4;
    private const double SpaceAfter = 12;
    private const double LineWidth = 0.6;
    private const double GreatestHeaderShare = 0.4;
    private const double GreatestRowMoved = 0.35;
    private const double LeastPieceOfRow = 80;

    private readonly int rowCount = table.RowCount;
    private readonly int columnCount = table.ColumnCount;
    private readonly ILookup<int, BlockCell> cellsOf = table.Cells.OrderBy(cell => cell.Column).ToLookup(cell => cell.Row);
    private readonly List<PdfElement> rows = [.. Enumerable.Range(0, table.RowCount).Select(_ => PdfElement.Row())];
    private readonly Dictionary<BlockCell, PdfElement> elements = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BlockCell, IReadOnlyList<CellSlice>> contents = new(ReferenceEqualityComparer.Instance);
    private double[] lefts = [];
    private double[] heights = [];
    private int headerRows;
    private double headerHeight;

    /// <summary>The height without which the table does not begin on a page.</summary>
    public double Lead()
    {
        Measure();
        var first = Group(headerRows);
        var head = Math.Min(CaptionHeight, LeastPieceOfRow) + (RepeatedHeight == headerHeight ? headerHeight : LeastPieceOfRow);
        return head + (first.Count == 0 ? 0 : Math.Min(heights.AsSpan(headerRows, first.Count).ToArray().Sum(), 110));
    }

    public void Place()
    {
        Measure();
        flow.Reserve(Lead());
        flow.Open(PdfElement.Table());
        PlaceCaption();
        if (headerRows > 0)
        {
            flow.Open(PdfElement.TableHead());
            PlaceGroup(0, headerRows);
            flow.Close();
        }
        else
        {
            DrawLine(flow.Y);
        }

        flow.Open(PdfElement.TableBody());
        for (var row = headerRows; row < rowCount; )
        {
            var group = Group(row);
            PlaceGroup(row, group.Count);
            row += group.Count;
        }

        flow.Close();
        flow.Close();
        flow.Y += SpaceAfter;
    }

    private double CaptionHeight => table.Caption.Count == 0 ? 0 : (Caption.Count * Typography.Caption.LineHeight) + Typography.Caption.SpaceAfter;

    private IReadOnlyList<SetLine> Caption => LineBreaker.Break(table.Caption, Typography.Caption, width);

    private void PlaceCaption()
    {
        if (table.Caption.Count > 0)
        {
            flow.Open(PdfElement.Caption());
            flow.FlowLines(Caption, Typography.Caption, left, width);
            flow.Close();
            flow.Y += Typography.Caption.SpaceAfter;
        }
    }

    private void Measure()
    {
        if (lefts.Length > 0)
        {
            return;
        }

        var style = columnCount > 6 ? Typography.SmallCell : Typography.Cell;
        var widths = TableColumns.Share(table, style, width, 2 * Padding);
        lefts = [.. widths.Aggregate(new List<double> { left }, (all, each) => [.. all, all[^1] + each])];
        heights = new double[rowCount];
        Array.Fill(heights, style.LineHeight + (2 * RowPadding));
        foreach (var cell in table.Cells.OrderBy(cell => cell.Rows))
        {
            var scope = table.ScopeOf(cell);
            var own = scope is null ? style : style with { Face = FontFace.SemiBold };
            contents[cell] = CellContent.Set(cell.Blocks, own, lefts[cell.Column + cell.Columns] - lefts[cell.Column] - (2 * Padding));
            elements[cell] = PdfElement.SpanningCell(scope, cell.Columns, cell.Rows);
            var missing = CellContent.HeightOf(contents[cell]) + (2 * RowPadding) - heights.AsSpan(cell.Row, cell.Rows).ToArray().Sum();
            heights[cell.Row + cell.Rows - 1] += Math.Max(0, missing);
        }

        headerRows = Group(0, table.HeaderRows).Count is var reach && reach == table.HeaderRows && reach < rowCount ? reach : 0;
        headerHeight = heights.Take(headerRows).Sum();
    }

    /// <summary>The row and those that a cell which starts in them covers.</summary>
    private (int First, int Count) Group(int first, int least = 1)
    {
        var end = first + least;
        for (var row = first; row < end; row++)
        {
            foreach (var cell in cellsOf[row])
            {
                end = Math.Max(end, cell.Row + cell.Rows);
            }
        }

        return (first, Math.Min(end, rowCount) - first);
    }

    private void PlaceGroup(int first, int count)
    {
        var height = heights.AsSpan(first, count).ToArray().Sum();
        var capacity = flow.Page.Bottom - flow.Page.Top - RepeatedHeight;
        // A row that fills much of a page is split rather than leave a page half empty.
        if (!flow.Fits(height) && (height <= capacity * GreatestRowMoved || flow.Remaining < LeastPieceOfRow))
        {
            StartPage();
        }

        if (flow.Fits(height))
        {
            DrawRows(first, count, isRepeated: false);
            return;
        }

        PlaceInPieces(first, count);
    }

    /// <summary>Rows that no page can hold: each cell goes on with its next lines on the next page.</summary>
    private void PlaceInPieces(int first, int count)
    {
        OpenRows(first, count);
        var cells = Enumerable.Range(first, count).SelectMany(row => cellsOf[row]).ToList();
        var next = cells.ToDictionary(cell => cell, _ => 0, (IEqualityComparer<BlockCell>)ReferenceEqualityComparer.Instance);
        // The cells of a row begin together, under the longest of the row above; one that covers many rows is filled next to them.
        while (cells.Count > 0)
        {
            var bottom = flow.Y;
            var (top, reached) = (flow.Y, new double[columnCount]);
            Array.Fill(reached, flow.Y);
            var blocked = new bool[columnCount];
            foreach (var row in cells.GroupBy(cell => cell.Row).ToList())
            {
                var starts = row.SelectMany(cell => Enumerable.Range(cell.Column, cell.Columns)).ToList();
                var (start, isBlocked) = (starts.Max(column => reached[column]), starts.Exists(column => blocked[column]));
                starts.ForEach(column => (reached[column], blocked[column]) = (start, isBlocked));
                if (start > top && !isBlocked)
                {
                    Decorate(
                        pdf =>
                            starts.ForEach(column =>
                                pdf.FillRectangle(lefts[column], start, lefts[column + 1] - lefts[column], LineWidth, Typography.TableLine)
                            ),
                        isInArtifact: false
                    );
                }

                foreach (var cell in row)
                {
                    PlacePiece(cell);
                }
            }

            DrawFrame(top, bottom, Enumerable.Range(0, columnCount + 1));
            flow.Y = bottom;
            cells.RemoveAll(cell => next[cell] == contents[cell].Count);
            if (cells.Count > 0)
            {
                StartPage();
            }

            void PlacePiece(BlockCell cell)
            {
                var columns = Enumerable.Range(cell.Column, cell.Columns).ToList();
                var y = columns.Max(column => reached[column]) + RowPadding;
                var isFirst = true;
                while (next[cell] < contents[cell].Count && !columns.Exists(column => blocked[column]))
                {
                    var slice = contents[cell][next[cell]];
                    var at = y + (isFirst ? 0 : slice.SpaceBefore);
                    // What is taller than a page is drawn at its top all the same.
                    if (at + slice.Height + RowPadding > flow.Page.Bottom && !(isFirst && at <= flow.Page.Top + RepeatedHeight + (3 * RowPadding)))
                    {
                        columns.ForEach(column => blocked[column] = true);
                        break;
                    }

                    DrawSlice(cell, slice, at, isRepeated: false);
                    (y, isFirst) = (at + slice.Height, false);
                    next[cell]++;
                }

                columns.ForEach(column => reached[column] = y + RowPadding);
                bottom = Math.Max(bottom, Math.Min(y + RowPadding, flow.Page.Bottom));
            }
        }
    }

    private double RepeatedHeight => headerHeight <= (flow.Page.Bottom - flow.Page.Top) * GreatestHeaderShare ? headerHeight : 0;

    private void StartPage()
    {
        flow.StartPage();
        if (headerRows > 0 && RepeatedHeight > 0)
        {
            flow.Draw(pdf => pdf.OpenArtifact());
            DrawRows(0, headerRows, isRepeated: true);
            flow.Draw(pdf => pdf.CloseArtifact());
        }
        else
        {
            DrawLine(flow.Y);
        }
    }

    private void DrawRows(int first, int count, bool isRepeated)
    {
        var tops = new double[count + 1];
        tops[0] = flow.Y;
        for (var row = 0; row < count; row++)
        {
            tops[row + 1] = tops[row] + heights[first + row];
        }

        if (!isRepeated)
        {
            OpenRows(first, count);
        }

        foreach (var cell in Enumerable.Range(first, count).SelectMany(row => cellsOf[row]))
        {
            var (top, bottom) = (tops[cell.Row - first], tops[Math.Min(cell.Row - first + cell.Rows, count)]);
            DrawGround(cell, top, bottom, isRepeated);
            var y = top + RowPadding;
            foreach (var (at, slice) in contents[cell].Index())
            {
                y += at == 0 ? 0 : slice.SpaceBefore;
                DrawSlice(cell, slice, y, isRepeated);
                y += slice.Height;
            }
        }

        flow.Y = tops[count];
    }

    /// <summary>Gives each cell its place among the others: one without words is a cell all the same.</summary>
    private void OpenRows(int first, int count)
    {
        for (var row = first; row < first + count; row++)
        {
            flow.Open(rows[row]);
            foreach (var cell in cellsOf[row])
            {
                flow.Open(elements[cell]);
                flow.Close();
            }

            flow.Close();
        }
    }

    private void DrawSlice(BlockCell cell, CellSlice slice, double y, bool isRepeated)
    {
        if (isRepeated)
        {
            slice.Draw(flow, lefts[cell.Column] + Padding, y, true);
            return;
        }

        flow.Open(rows[cell.Row]);
        flow.Open(elements[cell]);
        slice.Draw(flow, lefts[cell.Column] + Padding, y, false);
        flow.Close();
        flow.Close();
    }

    /// <summary>The tint of a header cell, and the lines round every cell.</summary>
    private void DrawGround(BlockCell cell, double top, double bottom, bool isRepeated)
    {
        var (start, end) = (lefts[cell.Column], lefts[cell.Column + cell.Columns]);
        var isTinted = cell.Row < headerRows || table.ScopeOf(cell) is not null;
        Decorate(
            pdf =>
            {
                if (isTinted)
                {
                    pdf.FillRectangle(start, top, end - start, bottom - top, Typography.Tint);
                }

                pdf.StrokeRectangle(start, top, end - start, bottom - top, LineWidth, Typography.TableLine);
            },
            isRepeated
        );
    }

    private void DrawFrame(double top, double bottom, IEnumerable<int> columns) =>
        Decorate(
            pdf =>
            {
                foreach (var column in columns)
                {
                    pdf.FillRectangle(lefts[column] - (LineWidth / 2), top, LineWidth, bottom - top, Typography.TableLine);
                }

                pdf.FillRectangle(left, bottom - LineWidth, width, LineWidth, Typography.TableLine);
            },
            isInArtifact: false
        );

    private void DrawLine(double y) => Decorate(pdf => pdf.FillRectangle(left, y, width, LineWidth, Typography.TableLine), isInArtifact: false);

    private void Decorate(Action<PdfWriter> draw, bool isInArtifact)
    {
        if (isInArtifact)
        {
            flow.Draw(draw);
        }
        else
        {
            flow.DrawArtifact(draw);
        }
    }
}
