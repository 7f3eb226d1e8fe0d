namespace StocksGreen.Induction.Documents.Reports;

/// <summary>One talk of a person's induction.</summary>
/// <param name="HeldOn">In Europe/London.</param>
/// <param name="BrieferAt">When the briefer confirmed it.</param>
/// <param name="PersonSays">What the person said of it: "Confirmed 4 September 2026, 15:10 BST", "Not confirmed yet", "Says that it was not so".</param>
/// <param name="Evidence">Number of its entry.</param>
public sealed record InductionTalkLine(
    string Title,
    DateOnly HeldOn,
    IReadOnlyList<string> Topics,
    string BriefedBy,
    DateTimeOffset BrieferAt,
    string PersonSays,
    long Evidence
);
