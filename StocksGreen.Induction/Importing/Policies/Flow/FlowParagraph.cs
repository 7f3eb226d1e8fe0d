using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>The words of a paragraph, in the tags that the recogniser reads.</summary>
/// <param name="StandsOut">All of them are bold, or all are underlined.</param>
/// <param name="Size">Of the largest letters, in points; 0 where it is not said.</param>
/// <param name="Notes">The notes whose first mark stands in it.</param>
internal sealed record FlowParagraph(string Text, bool StandsOut, double Size, IReadOnlyList<Note> Notes);
