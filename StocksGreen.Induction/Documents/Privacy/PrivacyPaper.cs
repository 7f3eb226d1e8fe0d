using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Documents.Privacy;

/// <summary>A paper on personal data as it is printed: a notice, a record of processing, an assessment, a person's own record.</summary>
/// <param name="Lead">One sentence on what the paper is.</param>
public sealed record PrivacyPaper(
    string School,
    string Title,
    string Lead,
    DateTimeOffset MadeAt,
    IReadOnlyList<PrivacySection> Sections,
    RasterImage? Crest,
    bool IsDemonstration
);

/// <param name="Lines">Name and value each, as a table of two columns; empty for none.</param>
public sealed record PrivacySection(string Heading, IReadOnlyList<string> Paragraphs, IReadOnlyList<(string Name, string Value)> Lines);
