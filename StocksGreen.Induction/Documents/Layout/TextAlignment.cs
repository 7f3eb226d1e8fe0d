namespace StocksGreen.Induction.Documents.Layout;

/// <summary>Where the lines of a block of text stand.</summary>
public enum TextAlignment
{
    /// <summary>Where reading begins: on the left, or on the right for text that begins with letters read from there.</summary>
    Start,

    /// <summary>As columns keep it, whatever stands in them.</summary>
    Left,
    Right,
}
