using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>Joins a table with its continuation on the next page, where the columns agree; a head that is printed again is named and left out.</summary>
internal static class ContinuedTables
{
    private const double SameEdge = 4;

    public static void Join(List<Piece> pieces, WarningList warnings)
    {
        for (var i = 1; i < pieces.Count; i++)
        {
            if (TryJoin(pieces[i - 1], pieces[i], warnings) is { } joined)
            {
                pieces[i - 1] = joined;
                pieces.RemoveAt(i);
                i--;
            }
        }
    }

    /// <returns>Null for two tables.</returns>
    private static Piece? TryJoin(Piece first, Piece second, WarningList warnings)
    {
        if (
            first.Made is not { } above
            || second.Made is not { } below
            || second.Page != Math.Max(first.Page, first.LastPage) + 1
            || above.Edges.Count == 0
            || above.Edges.Count != below.Edges.Count
            || above.Edges.Zip(below.Edges).Any(pair => Math.Abs(pair.First - pair.Second) > SameEdge)
        )
        {
            return null;
        }

        // Raw: "Code | Meaning" above the first rows and again above those of the next page
        var heads = Math.Max(1, above.HeaderRows);
        var isRepeated = below.Rows.Count > heads && Enumerable.Range(0, heads).All(row => WordsOf(above.Rows[row]) == WordsOf(below.Rows[row]));
        if (!isRepeated && below.HeaderRows > 0)
        {
            return null;
        }

        if (isRepeated)
        {
            warnings.LeaveOut(
                LeftOutKind.Header,
                string.Join(' ', below.Rows.Take(heads).Select(WordsOf)),
                $"the head of the table again, on page {second.Page}"
            );
        }

        var (rows, more) = (above.Rows.ToList(), below.Rows.Skip(isRepeated ? heads : 0).ToList());
        if (GoesOn(rows[^1], more[0]))
        {
            rows[^1] = [.. rows[^1].Zip(more[0], (cell, rest) => cell with { Pieces = PiecesOf(cell, rest) })];
            more.RemoveAt(0);
        }

        return TableMaker.PieceOf(above with { Rows = [.. rows, .. more], HeaderRows = isRepeated ? heads : above.HeaderRows }, first);
    }

    /// <summary>Raw: "A1 | given by" at the foot of a page and "  | a parent" at the head of the next: a row that the page has torn.</summary>
    private static bool GoesOn(IReadOnlyList<MadeCell> row, IReadOnlyList<MadeCell> next) =>
        row.Count == next.Count
        && next.Any(cell => cell.Pieces.Count == 0)
        && next.Any(cell => cell.Pieces.Count > 0)
        && row.Zip(next).All(pair => pair.First.Columns == pair.Second.Columns && pair is { First.Rows: 1, Second.Rows: 1 })
        && next.All(cell => cell.Pieces.Count == 0 || Words.StartsLowerCase(cell.Pieces[0].Plain));

    private static IReadOnlyList<Piece> PiecesOf(MadeCell cell, MadeCell rest)
    {
        if (cell.Pieces is not [.., { Block: null } last] || rest.Pieces is not [{ Block: null, Kind: PieceKind.Paragraph } next, ..])
        {
            return [.. cell.Pieces, .. rest.Pieces];
        }

        last.GoOn(next);
        return [.. cell.Pieces, .. rest.Pieces.Skip(1)];
    }

    private static string WordsOf(IReadOnlyList<MadeCell> row) => string.Join(' ', row.SelectMany(cell => cell.Pieces).Select(piece => piece.Plain));
}
