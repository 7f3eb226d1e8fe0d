namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>What a reader confirms in one go: the key details (part 0) or one section.</summary>
/// <param name="Ordinal">0 for the key details, then 1, 2, 3 … in printed order.</param>
/// <param name="Number">"4.1"; empty for the key details and where the source does not number its sections.</param>
/// <param name="Title">"Key details" or "Reputation".</param>
/// <param name="Level">1 for the key details and top sections, 2 for "4.1".</param>
/// <param name="Markdown">The canonical text that <paramref name="Hash"/> covers.</param>
/// <param name="Hash">SHA-256 of <paramref name="Markdown"/> in UTF-8, 64 lower-case hexadecimal digits.</param>
/// <param name="Words">How many words the part has, those in cells of tables and in notes counted.</param>
public sealed record PolicyPart(int Ordinal, string Number, string Title, int Level, string Markdown, string Hash, int Words)
{
    /// <summary>How many pictures it has that tell something; of a page only its words are counted.</summary>
    public int Pictures { get; init; }

    /// <summary>Its words, and for each picture as many as are read while one looks at it: what reading time is calculated from.</summary>
    public int WordsToRead => Words + (Pictures * ReadingTime.WordsOfPicture);

    /// <summary>"Key details" or "4.1 Reputation".</summary>
    public string Heading => Number.Length == 0 ? Title : $"{Number} {Title}";
}
