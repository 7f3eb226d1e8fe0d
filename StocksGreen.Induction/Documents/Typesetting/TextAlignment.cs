namespace StocksGreen.Induction.Documents.Typesetting;

/// <summary>Where the lines of a block of text stand.</summary>
public enum TextAlignment
{
    Left,
    Right,
}
