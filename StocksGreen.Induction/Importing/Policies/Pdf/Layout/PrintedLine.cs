using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;
using StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Layout;

/// <summary>Signs that stand on one line of a page, from left to right.</summary>
internal sealed class PrintedLine
{
    private const double GapBetweenCells = 1.8;

    private IReadOnlyList<(double Left, double Right, List<Ink> Inks)>? cells;
    private string? text;

    public PrintedLine(IEnumerable<Ink> inks, double pageHeight)
    {
        Inks = [.. inks.OrderBy(ink => ink.Left)];
        PageHeight = pageHeight;
        var ink = Inks.Where(sign => !sign.IsSpace).ToList();
        Size = PieceWriter.UsualSize(ink);
        IsBold = PieceWriter.MostOf(ink, sign => sign.IsBold);
        Left = ink[0].Left;
        Right = ink[^1].Right;
        // A raised mark of a note must not lift the line.
        Baseline = ink.OrderBy(sign => sign.Size).ThenBy(sign => sign.Left).Last().Baseline;
    }

    /// <summary>Not empty; some are spaces, not all.</summary>
    public IReadOnlyList<Ink> Inks { get; }

    public int Page => Inks[0].Page;

    public double PageHeight { get; }

    public double Size { get; }

    public bool IsBold { get; }

    public double Left { get; }

    public double Right { get; }

    public double Baseline { get; }

    public string Text => text ??= PieceWriter.Write(Inks).Plain;

    /// <summary>Runs of signs with a wide gap between them.</summary>
    public IReadOnlyList<(double Left, double Right, List<Ink> Inks)> Cells => cells ??= FindCells();

    private List<(double Left, double Right, List<Ink> Inks)> FindCells()
    {
        var found = new List<(double Left, double Right, List<Ink> Inks)>();
        foreach (var ink in Inks.Where(ink => !ink.IsSpace))
        {
            if (found.Count == 0 || ink.Left - found[^1].Right > Size * GapBetweenCells)
            {
                found.Add((ink.Left, ink.Right, [ink]));
            }
            else
            {
                found[^1].Inks.Add(ink);
                found[^1] = found[^1] with { Right = Math.Max(found[^1].Right, ink.Right) };
            }
        }

        return found;
    }
}
