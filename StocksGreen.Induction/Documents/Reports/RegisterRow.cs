namespace StocksGreen.Induction.Documents.Reports;

/// <summary>One person and one policy.</summary>
/// <param name="Version">The version that was signed, else the one that is asked: "1", "2 (1 changed part)".</param>
/// <param name="Due">Date in Europe/London; null where none is set.</param>
/// <param name="Standing">In words: "Signed", "Overdue", "Paused".</param>
/// <param name="SignedAt">Null while not signed.</param>
public sealed record RegisterRow(
    string Name,
    string Role,
    string Audience,
    string Policy,
    string Version,
    DateOnly? Due,
    string Standing,
    DateTimeOffset? SignedAt
);
