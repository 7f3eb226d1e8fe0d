namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>The words of one paragraph as printed, and how they look.</summary>
/// <param name="Text">With <c>&lt;b&gt;</c> and <c>&lt;i&gt;</c> round what stands out inside it; <c>\n</c> where a line was broken by hand, <c>\f</c> where a
/// page was.</param>
/// <param name="StandsOut">True where every word of it is bold or underlined.</param>
/// <param name="Size">Half points of its largest letters; 0 without any.</param>
/// <param name="Notes">Numbers of the notes that it refers to.</param>
internal sealed record WordParagraph(string Text, bool StandsOut, int Size, IReadOnlyList<WordNoteMark> Notes);
