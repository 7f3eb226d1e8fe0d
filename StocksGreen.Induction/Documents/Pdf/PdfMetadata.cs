namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>What a file says of itself; viewers show the title in place of the file's name.</summary>
/// <param name="Title">Never empty: PDF/UA asks for it.</param>
/// <param name="Author">The school; may be empty.</param>
/// <param name="Subject">One line; may be empty.</param>
/// <param name="Created">Written as UTC to the second. The only time in the file, so that equal input gives equal bytes.</param>
public sealed record PdfMetadata(string Title, string Author, string Subject, DateTimeOffset Created)
{
    /// <summary>BCP 47 tag of the language of all text.</summary>
    public string Language { get; init; } = "en-GB";

    public string Producer { get; init; } = "StocksGreen.Induction";
}
