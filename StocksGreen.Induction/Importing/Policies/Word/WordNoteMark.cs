namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>A footnote or an endnote that the text refers to.</summary>
/// <param name="Id">Of the note in its part.</param>
/// <param name="Mark">As printed: "2", "iv", "*".</param>
internal sealed record WordNoteMark(bool IsEndnote, long Id, string Mark);
