namespace StocksGreen.Induction.Components.Diff;

/// <summary>One paragraph, item or row of a comparison.</summary>
/// <param name="Depth">0 for a paragraph, 1 for an item of a list, 2 for one nested under it …</param>
/// <param name="Pieces">Its words in order.</param>
public sealed record DifferenceLine(int Depth, IReadOnlyList<DifferencePiece> Pieces)
{
    /// <summary>False for what has a label of its own, "(b)", and for paragraphs.</summary>
    public bool IsBullet { get; init; }

    public bool IsUnchanged => Pieces.All(piece => piece.Kind is DifferenceKind.Same);
}
