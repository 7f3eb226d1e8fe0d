namespace StocksGreen.Induction.Domain.Policies.Fidelity;

/// <summary>What is sealed with a version about how its document was read.</summary>
/// <param name="SourceWords">Counted from the document; null where no one has counted.</param>
/// <param name="ResultWords">Counted from what the import made of it.</param>
/// <param name="Decided">What stopped its publication until a person decided.</param>
public sealed record FidelityRecord(int? SourceWords, int ResultWords, IReadOnlyList<DecidedPoint> Decided);
