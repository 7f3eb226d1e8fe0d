namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>A footnote or an endnote of the part in which its mark stands.</summary>
/// <param name="Mark">As printed: "2", "i", "*".</param>
public sealed record Note(string Mark, RichText Text);
