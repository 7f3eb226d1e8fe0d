using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>Key details on lines of their own, which the file holds as one paragraph with line breaks. Raw: "Owner: Head" above "Review: May 2027".</summary>
internal static class DetailLines
{
    private const int MostLines = 20;
    private const int MostLetters = 2_000;

    /// <returns>A paragraph for each line; none where any line is something else.</returns>
    public static List<Piece> Of(IReadOnlyList<Ink> inks)
    {
        if (inks.Count is 0 or > MostLetters)
        {
            return [];
        }

        var lines = new List<List<Ink>> { new() { inks[0] } };
        foreach (var (before, ink) in inks.Zip(inks.Skip(1)))
        {
            if (PieceWriter.IsNewLine(before, ink))
            {
                lines.Add([]);
            }

            lines[^1].Add(ink);
        }

        if (lines.Count is < 2 or > MostLines)
        {
            return [];
        }

        var pieces = lines.ConvertAll(PieceWriter.Write).FindAll(piece => piece.Plain.Length > 0);
        return pieces.Count > 1 && pieces.TrueForAll(IsDetail) ? pieces : [];
    }

    private static bool IsDetail(Piece piece) =>
        KeyDetailReader.FromLine(new SourceLine(0, 0, LineKind.Text, piece.Plain), isInRun: true) is { Value.Length: > 0 };
}
