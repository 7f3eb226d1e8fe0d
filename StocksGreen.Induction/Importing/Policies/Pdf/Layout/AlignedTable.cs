using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;
using StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Layout;

/// <summary>Finds a table that no tag names: in a grid of drawn lines, else in lines whose words stand in columns.</summary>
internal static class AlignedTable
{
    private const double SameColumn = 6;
    private const double ExactlyColumn = 2;
    private const double LeastGap = 0.36;
    private const int MostColumns = 8;
    private const int LeastRows = 3;

    /// <returns>The table that begins with a line, or the paragraphs of a box; null where none begins there.</returns>
    public static (IReadOnlyList<Piece> Pieces, int Lines)? TryRead(IReadOnlyList<PrintedLine> lines, int at, PageGrids grids)
    {
        if (grids.Around(lines[at]) is { } grid)
        {
            var count = 0;
            while (at + count < lines.Count && lines[at + count].Page == lines[at].Page && grid.Holds(lines[at + count]))
            {
                count++;
            }

            return (grid.Read([.. Enumerable.Range(at, count).SelectMany(i => lines[i].Inks)], lines[at].PageHeight), count);
        }

        return ByColumns(lines, at);
    }

    // Raw: "Date written     August 2024" above "Next review      August 2025" above a third of the kind, with the columns below each other
    private static (IReadOnlyList<Piece> Pieces, int Lines)? ByColumns(IReadOnlyList<PrintedLine> lines, int at)
    {
        if (lines[at].Cells.Count is < 2 or > MostColumns || ItemLabel.HasGlyph(lines[at].Text) || char.IsAsciiDigit(lines[at].Text[0]))
        {
            return null;
        }

        var columns = lines[at].Cells.Select(cell => cell.Left).ToList();
        var rows = new List<List<List<Ink>>>();
        var count = 0;
        for (var i = at; i < lines.Count && lines[i].Page == lines[at].Page; i++, count++)
        {
            var found = CellsOf(lines[i], columns);
            var places = found.Select(cell => columns.FindIndex(column => Math.Abs(column - cell.Left) < SameColumn)).ToList();
            if (places.Contains(-1) || places.Distinct().Count() < places.Count)
            {
                break;
            }

            var wraps = i > at && (places[0] > 0 || found.Count == 1) && lines[i - 1].Baseline - lines[i].Baseline < lines[i].Size * 1.45;
            if (!wraps && found.Count == 1)
            {
                break;
            }

            if (!wraps)
            {
                rows.Add([.. columns.Select(_ => new List<Ink>())]);
            }

            foreach (var (place, cell) in places.Zip(found))
            {
                rows[^1][place].AddRange(cell.Inks);
            }
        }

        // Raw: "Approved by      Date      Next review" above "Governors      4 May 2026      May 2028"
        var isPair = rows.Count == 2 && columns.Count > 2 && rows.TrueForAll(row => row.TrueForAll(cell => cell.Count > 0));
        if (rows.Count < LeastRows && !isPair)
        {
            return null;
        }

        var cells = rows.ConvertAll(row => row.ConvertAll(PieceWriter.Write));
        var hasHeader = cells[0].TrueForAll(cell => cell.IsBold && cell.Plain.Length > 0) && cells.Skip(1).Any(row => row.Exists(cell => !cell.IsBold));
        return (
            [
                TableMaker.PieceOf(
                    new MadeTable(cells.ConvertAll(row => row.ConvertAll(cell => new MadeCell([cell]))), hasHeader ? 1 : 0, 0, columns),
                    cells[0][0]
                ),
            ],
            count
        );
    }

    /// <summary>Raw: "Curriculum Committee 11 June 2026" under "Approved by      Date": a value that fills its column leaves hardly a gap.</summary>
    private static IReadOnlyList<(double Left, double Right, List<Ink> Inks)> CellsOf(PrintedLine line, List<double> columns)
    {
        if (line.Cells.Count >= columns.Count)
        {
            return line.Cells;
        }

        var inks = line.Inks.Where(ink => !ink.IsSpace).ToList();
        var starts = new List<int>();
        foreach (var column in columns)
        {
            var start = inks.FindIndex(ink => Math.Abs(ink.Left - column) < ExactlyColumn);
            if (start < 0 || (start > 0 && inks[start].Left - inks[start - 1].Right < line.Size * LeastGap))
            {
                return line.Cells;
            }

            starts.Add(start);
        }

        return starts[0] == 0
            ? [.. starts.Zip(starts.Skip(1).Append(inks.Count), (start, end) => (inks[start].Left, inks[end - 1].Right, inks.GetRange(start, end - start)))]
            : line.Cells;
    }
}
