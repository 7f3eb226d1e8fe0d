using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>The figures of one audience or one policy.</summary>
/// <param name="Name">"Employees", "Social Media Policy".</param>
public sealed record NamedFigures(string Name, StandingFigures Figures)
{
    /// <summary>By how many people the signatures are asked: a share of very few says who has not signed. Null where it is not counted.</summary>
    public int? People { get; init; }
}
