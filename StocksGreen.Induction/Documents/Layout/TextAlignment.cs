namespace StocksGreen.Induction.Documents.Layout;

/// <summary>Where the lines of a block of text stand.</summary>
public enum TextAlignment
{
    Left,
    Right,
}
