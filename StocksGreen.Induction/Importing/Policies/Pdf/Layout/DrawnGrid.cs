using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;
using StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Layout;

/// <summary>A table whose cells are drawn: lines across and lines down that meet.</summary>
internal sealed class DrawnGrid
{
    private const double Touching = 3;
    private const double SmallestCell = 7;
    private const int MostLines = 1_500;
    private const int MostColumns = 30;

    private readonly List<DrawnLine> level;
    private readonly List<DrawnLine> upright;
    private readonly List<double> heights; // from the top
    private readonly List<double> sides; // from the left

    private DrawnGrid(List<DrawnLine> level, List<DrawnLine> upright)
    {
        this.level = level;
        this.upright = upright;
        heights = Places(level.Select(line => line.At)).OrderDescending().ToList();
        sides = Places(upright.Select(line => line.At)).Order().ToList();
    }

    /// <summary>The grids of a page: lines that touch, and what touches those, with two cells or more.</summary>
    public static IReadOnlyList<DrawnGrid> AllOf(PageContent page)
    {
        if (page.Lines.Count is < 4 or > MostLines)
        {
            return [];
        }

        var grids = new List<DrawnGrid>();
        var lying = page.Lines.Where(line => line.IsLevel).ToList();
        var standing = page.Lines.Where(line => !line.IsLevel && line.To - line.From > SmallestCell).ToList();
        while (standing.Count > 0)
        {
            var (across, down) = (new List<DrawnLine>(), new List<DrawnLine>());
            var next = new Queue<DrawnLine>([standing[^1]]);
            standing.RemoveAt(standing.Count - 1);
            while (next.TryDequeue(out var line))
            {
                (line.IsLevel ? across : down).Add(line);
                var others = line.IsLevel ? standing : lying;
                foreach (var other in others.Where(other => line.IsLevel ? Meet(line, other) : Meet(other, line)).ToList())
                {
                    next.Enqueue(other);
                }

                others.RemoveAll(other => line.IsLevel ? Meet(line, other) : Meet(other, line));
            }

            var grid = new DrawnGrid(across, down);
            if (grid.heights.Count >= 2 && grid.sides.Count is >= 3 and <= MostColumns)
            {
                grids.Add(grid);
            }
        }

        return grids;
    }

    /// <summary>True for a box at the head or foot of a page, as around the name of the school.</summary>
    public bool IsAtEdge(double pageHeight) =>
        PageFurniture.IsAtEdge(heights[0], pageHeight)
        && PageFurniture.IsAtEdge(heights[^1], pageHeight)
        && heights[0] > pageHeight / 2 == heights[^1] > pageHeight / 2;

    public bool Reaches(double at) => sides[0] < at && sides[^1] > at;

    public bool Holds(PrintedLine line)
    {
        var middle = line.Baseline + (line.Size * 0.3);
        return middle < heights[0] && middle > heights[^1] && line.Left > sides[0] - Touching && line.Right < sides[^1] + Touching;
    }

    public IReadOnlyList<Piece> Read(IReadOnlyList<Ink> inks, double pageHeight)
    {
        var cells = new Dictionary<(int Row, int Column), List<Ink>>();
        foreach (var ink in inks)
        {
            var key = (RowOf(ink.Baseline + (ink.Size * 0.3)), ColumnOf(ink.Middle));
            if (!cells.TryGetValue(key, out var cell))
            {
                cells[key] = cell = [];
            }

            cell.Add(ink);
        }

        var (rows, columns) = (heights.Count - 1, sides.Count - 1);
        var covered = new bool[rows, columns];
        var made = new List<List<MadeCell>>();
        for (var row = 0; row < rows; row++)
        {
            var line = new List<MadeCell>();
            for (var column = 0; column < columns; column++)
            {
                if (covered[row, column])
                {
                    continue;
                }

                var (width, height) = SpanOf(row, column, covered);
                var inside = new List<Ink>();
                for (var r = row; r < row + height; r++)
                {
                    for (var c = column; c < column + width; c++)
                    {
                        covered[r, c] = true;
                        inside.AddRange(cells.GetValueOrDefault((r, c)) ?? []);
                    }
                }

                line.Add(new MadeCell(Pieces(inside, pageHeight), width, height));
            }

            made.Add(line);
        }

        made.RemoveAll(row => row.Sum(cell => cell.Columns) == columns && row.TrueForAll(cell => cell is { Pieces.Count: 0, Rows: 1 }));
        if (made.Count == 0 || made.Average(row => row.Count(cell => cell.Pieces.Count > 0)) <= 1.25)
        {
            // Boxes that only place words on the page.
            return [.. made.SelectMany(row => row).SelectMany(cell => cell.Pieces)];
        }

        var (found, from) = (new List<Piece>(), 0);
        foreach (var heading in TableMaker.HeadingsOf(made))
        {
            found.AddRange(TableOf(made.GetRange(from, heading - from), sides));
            found.Add(made[heading][0].Pieces[0]);
            from = heading + 1;
        }

        return [.. found, .. TableOf(made.GetRange(from, made.Count - from), sides)];
    }

    private static IReadOnlyList<Piece> TableOf(List<List<MadeCell>> made, List<double> sides)
    {
        if (made.TrueForAll(row => row.TrueForAll(cell => cell.Pieces.Count == 0)))
        {
            return [];
        }

        var first = made.SelectMany(row => row).SelectMany(cell => cell.Pieces).First();
        var hasHeader =
            made.Count > 1
            && made[0].TrueForAll(cell => cell.Pieces.Count > 0 && cell.Pieces.All(piece => piece.IsBold) && cell.Rows == 1)
            && made.Skip(1).Any(row => row.Skip(1).Any(cell => cell.Pieces.Any(piece => !piece.IsBold)));
        return [TableMaker.PieceOf(new MadeTable(made, hasHeader ? 1 : 0, 0, sides), first)];
    }

    private static List<Piece> Pieces(List<Ink> inks, double pageHeight) =>
        inks.TrueForAll(ink => ink.IsSpace) ? [] : Paragraphs.Of(PageLines.Of(inks, double.MaxValue, pageHeight), PageGrids.None);

    /// <summary>A cell goes on to the right and down as far as no line divides it.</summary>
    private (int Width, int Height) SpanOf(int row, int column, bool[,] covered)
    {
        var width = 1;
        while (column + width < sides.Count - 1 && !covered[row, column + width] && !IsDrawn(upright, sides[column + width], Middle(heights, row)))
        {
            width++;
        }

        var height = 1;
        while (row + height < heights.Count - 1 && !IsDrawn(level, heights[row + height], Middle(sides, column)))
        {
            height++;
        }

        return (width, height);
    }

    private static double Middle(List<double> places, int at) => (places[at] + places[at + 1]) / 2;

    private static bool IsDrawn(List<DrawnLine> lines, double at, double middle) =>
        lines.Exists(line => Math.Abs(line.At - at) < Touching && line.From < middle + Touching && line.To > middle - Touching);

    private int RowOf(double height) => Math.Clamp(heights.FindLastIndex(edge => edge >= height), 0, heights.Count - 2);

    private int ColumnOf(double side) => Math.Clamp(sides.FindLastIndex(edge => edge <= side), 0, sides.Count - 2);

    private static bool Meet(DrawnLine across, DrawnLine down) =>
        down.At > across.From - Touching && down.At < across.To + Touching && across.At > down.From - Touching && across.At < down.To + Touching;

    /// <summary>Lines that are drawn twice, and the two sides of a thin box, are one.</summary>
    private static List<double> Places(IEnumerable<double> places)
    {
        var distinct = new List<double>();
        foreach (var place in places.Order())
        {
            if (distinct.Count == 0 || place - distinct[^1] > SmallestCell)
            {
                distinct.Add(place);
            }
        }

        return distinct;
    }
}
