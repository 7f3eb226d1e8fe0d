namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>A reference to a footnote or endnote.</summary>
/// <param name="Id">Of the note in its part.</param>
/// <param name="Number">As marked in the text, from 1.</param>
internal sealed record WordNoteMark(bool IsEndnote, long Id, int Number);
