using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>Makes a table of its cells, and tells which of its rows and columns are heads.</summary>
/// <param name="MarkedRows">How many rows at the top the file itself calls heads.</param>
internal sealed record FlowTable(RichText Caption, IReadOnlyList<Note> Notes, IReadOnlyList<IReadOnlyList<FlowCell>> Rows, int MarkedRows)
{
    internal const int MostColumns = 63;

    private const int LeastColumnsOfGuess = 3;
    private const int MostWordsOfHead = 4;

    /// <summary>Rows that name the columns; <c>IsGuess</c> where only their words say so.</summary>
    internal (int Rows, bool IsGuess) HeaderRows()
    {
        var marked = MarkedRows > 0 ? MarkedRows : Rows.TakeWhile(row => row.Count > 0 && row.All(cell => cell.IsHead)).Count();
        if (marked > 0 && marked < Rows.Count)
        {
            return (marked, false);
        }

        if (Rows.Count < 2)
        {
            return (0, false);
        }

        if (Stands(Rows[0]) && !Stands(Rows[1]))
        {
            return (1, false);
        }

        return Rows[0].Count >= LeastColumnsOfGuess && ReadsLikeHeads(Rows[0]) && Rows.Skip(1).Any(row => !ReadsLikeHeads(row)) ? (1, true) : (0, false);
    }

    /// <param name="headerRows">As <see cref="HeaderRows"/> tells.</param>
    internal Table Build(int headerRows)
    {
        var columns = HeaderColumns(headerRows);
        return new Table(
            Caption,
            headerRows,
            columns,
            [
                .. Rows.Select(
                    (row, i) =>
                        new TableRow([
                            .. row.Select(
                                (cell, j) =>
                                    new TableCell(
                                        i < headerRows || j < columns ? [.. cell.Blocks.Select(Unbold)] : cell.Blocks,
                                        Math.Clamp(cell.Columns, 1, MostColumns),
                                        Math.Clamp(cell.Rows, 1, Rows.Count - i)
                                    )
                            ),
                        ])
                ),
            ]
        );
    }

    private int HeaderColumns(int headerRows)
    {
        // Rows that a cell reaches into from above have no name of their own.
        var body = Rows.Skip(headerRows).Where(row => row.Count > 1 && row[0].Words.Length > 0).ToList();
        if (body.Count == 0)
        {
            return 0;
        }

        var isMarked = body.TrueForAll(row => (row[0].IsHead && !row[1].IsHead) || (row[0].StandsOut && !row[1].StandsOut && row[1].Words.Length > 0));
        var hasCorner = headerRows > 0 && Rows[0] is [{ Words.Length: 0 }, ..] && body.Count == Rows.Count - headerRows;
        return isMarked || hasCorner ? 1 : 0;
    }

    private static bool Stands(IReadOnlyList<FlowCell> row) =>
        row.Any(cell => cell.Words.Length > 0) && row.All(cell => cell.StandsOut || cell.Words.Length == 0);

    private static bool ReadsLikeHeads(IReadOnlyList<FlowCell> row) =>
        row.Select((cell, i) => (cell.Words, i))
            .All(cell =>
                (cell.Words.Length > 0 || cell.i == 0)
                && Words.AreAtMost(cell.Words, MostWordsOfHead)
                && !cell.Words.Any(char.IsAsciiDigit)
                && !Words.EndsSentence(cell.Words)
            );

    /// <summary>A head is shown as one; its letters need not be bold too.</summary>
    private static Block Unbold(Block block) =>
        block is Paragraph paragraph
        && paragraph.Text.Runs is var runs
        && runs.All(run => run.Style.HasFlag(TextStyle.Bold) || run.IsNoteMark || string.IsNullOrWhiteSpace(run.Text))
            ? new Paragraph(RichText.FromRuns(runs.Select(run => run with { Style = run.Style & ~TextStyle.Bold })))
            : block;
}
