namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>A file inside the file: what the pages were made from, for programs to read (PDF/A-3, 6.8).</summary>
/// <param name="Name">With its ending, in ASCII: "attestation.json".</param>
/// <param name="MediaType">"application/json".</param>
/// <param name="Description">What it is, in a sentence.</param>
public sealed record PdfAttachment(string Name, string MediaType, string Description, ReadOnlyMemory<byte> Content)
{
    /// <summary>Writes it as data that the whole document is made from.</summary>
    /// <param name="at">Stands in the file as the time of its last change.</param>
    /// <returns>The entries of the catalogue.</returns>
    internal string Write(PdfObjects objects, DateTimeOffset at)
    {
        var type = MediaType.Replace("/", "#2F", StringComparison.Ordinal);
        var stream = objects.AddStream(
            FormattableString.Invariant($"/Type/EmbeddedFile/Subtype/{type}/Params<</Size {Content.Length}/ModDate{PdfSyntax.Date(at)}>>"),
            Content.Span
        );
        var file = objects.Add(
            $"<</Type/Filespec/F({Name})/UF({Name})/Desc{PdfSyntax.Text(PdfSyntax.Clean(Description))}/AFRelationship/Data"
                + FormattableString.Invariant($"/EF<</F {stream} 0 R/UF {stream} 0 R>>>>")
        );
        return FormattableString.Invariant($"/AF[{file} 0 R]/Names<</EmbeddedFiles<</Names[({Name}){file} 0 R]>>>>");
    }
}
