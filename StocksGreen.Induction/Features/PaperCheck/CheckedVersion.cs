namespace StocksGreen.Induction.Features.PaperCheck;

/// <summary>A published version of a policy.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="PublishedOn">London date.</param>
public sealed record CheckedVersion(int Number, DateOnly PublishedOn);
