using StocksGreen.Induction.Domain.Attestations;

namespace StocksGreen.Induction.Features.PaperCheck;

/// <summary>That a record was corrected or withdrawn.</summary>
/// <param name="At">UTC.</param>
public sealed record CheckedCorrection(CorrectionKind Does, DateTimeOffset At);
