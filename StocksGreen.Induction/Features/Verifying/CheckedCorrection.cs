using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Verifying;

/// <summary>That a record was corrected or withdrawn.</summary>
/// <param name="At">UTC.</param>
public sealed record CheckedCorrection(CorrectionKind Does, DateTimeOffset At);
