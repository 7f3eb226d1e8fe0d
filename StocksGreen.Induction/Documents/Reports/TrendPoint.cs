using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>How signing stood at the end of one day.</summary>
public sealed record TrendPoint(DateOnly Day, StandingFigures Figures);
