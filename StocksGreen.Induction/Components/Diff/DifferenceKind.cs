namespace StocksGreen.Induction.Components.Diff;

/// <summary>What became of words from the earlier text to the later.</summary>
public enum DifferenceKind
{
    Same,
    Removed,
    Added,
}
