namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>What is drawn on a page, in the order in which the file draws it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Slanted">Words that run aslant over the page, as watermarks do; empty for none.</param>
internal sealed record PageContent(
    int Number,
    double Width,
    double Height,
    IReadOnlyList<Ink> Inks,
    IReadOnlyList<DrawnLine> Lines,
    IReadOnlyList<PlacedPicture> Pictures,
    string Slanted
);
