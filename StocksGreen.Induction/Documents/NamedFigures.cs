using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Documents;

/// <summary>The figures of one audience or one policy.</summary>
/// <param name="Name">"Employees", "Social Media Policy".</param>
public sealed record NamedFigures(string Name, StandingFigures Figures);
