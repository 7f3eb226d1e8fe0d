namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>How words are printed.</summary>
[Flags]
public enum TextStyle
{
    Plain = 0,
    Bold = 1,
    Italic = 2,
    Underline = 4,
    Superscript = 8,
    Subscript = 16,
}
