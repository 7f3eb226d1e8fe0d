namespace StocksGreen.Induction.Components.Diff;

/// <summary>Words that stand together and share one fate.</summary>
public sealed record DifferencePiece(string Text, DifferenceKind Kind);
