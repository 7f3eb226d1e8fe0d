namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>The words of one paragraph as printed, and how they look.</summary>
/// <param name="Text">With tags round what stands out inside it; <c>\n</c> where a line was broken by hand, <c>\f</c> where a page was.</param>
/// <param name="StandsOut">True where every word of it is bold or underlined.</param>
/// <param name="Size">Half points of its largest letters; 0 without any.</param>
/// <param name="Notes">The notes that it is the first to refer to.</param>
/// <param name="Drawings">What is anchored in it, in order.</param>
/// <param name="IsCounted">True where it had words that are printed, even where all of them were struck out: such a one has its number.</param>
internal sealed record WordParagraph(
    string Text,
    bool StandsOut,
    int Size,
    IReadOnlyList<WordNoteMark> Notes,
    IReadOnlyList<WordDrawing> Drawings,
    bool IsCounted
);
