using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Documents;

/// <summary>How signing stood at the end of one day.</summary>
public sealed record TrendPoint(DateOnly Day, StandingFigures Figures);
