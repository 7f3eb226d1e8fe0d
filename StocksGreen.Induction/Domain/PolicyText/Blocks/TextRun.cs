namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>Words that are printed in one way.</summary>
/// <param name="Text">The words, without any markup; the mark itself for the mark of a note.</param>
/// <param name="Link">The address to which the words lead; null where they lead nowhere.</param>
/// <param name="IsNoteMark">True for the mark of a footnote or an endnote.</param>
public readonly record struct TextRun(string Text, TextStyle Style = TextStyle.Plain, string? Link = null, bool IsNoteMark = false)
{
    private const TextStyle Emphasis = TextStyle.Bold | TextStyle.Italic | TextStyle.Underline;

    /// <summary>True where the source underlines, italicises or emboldens the words.</summary>
    public bool IsEmphasised => (Style & Emphasis) != TextStyle.Plain;
}
