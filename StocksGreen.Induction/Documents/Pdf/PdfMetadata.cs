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

    /// <summary>What the file can be asked for by; empty for none. It stands in the metadata where any program finds it without reading the pages.</summary>
    public string Identifier { get; init; } = "";

    /// <summary>
    /// True leaves a field in which <see cref="PdfSigner"/> seals the file. A file that is never sealed has none, for readers would offer to fill it in.
    /// </summary>
    public bool HasSignatureField { get; init; }

    /// <summary>The data that the pages were made from; null for none. A file that carries any claims PDF/A-3 in place of PDF/A-2, which allows none.</summary>
    public PdfAttachment? Attachment { get; init; }

    public string Producer { get; init; } = "StocksGreen.Induction";
}
