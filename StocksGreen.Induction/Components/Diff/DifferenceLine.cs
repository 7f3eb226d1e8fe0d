namespace StocksGreen.Induction.Components.Diff;

/// <summary>One paragraph or bullet of a comparison.</summary>
/// <param name="Depth">0 for a paragraph, 1 for a bullet, 2 for one nested under it …</param>
/// <param name="Pieces">Its words in order.</param>
public sealed record DifferenceLine(int Depth, IReadOnlyList<DifferencePiece> Pieces)
{
    public bool IsUnchanged => Pieces.All(piece => piece.Kind is DifferenceKind.Same);
}
