using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>The figures of one audience or one policy.</summary>
/// <param name="Name">"Employees", "Social Media Policy".</param>
public sealed record NamedFigures(string Name, StandingFigures Figures);
