using StocksGreen.Induction.Domain.People;

namespace StocksGreen.Induction.Features.Staffing;

/// <summary>What became of adding a person.</summary>
public abstract record AddPersonOutcome
{
    public sealed record Added(StaffId Id) : AddPersonOutcome;

    /// <param name="Sentences">At least one.</param>
    public sealed record Refused(IReadOnlyList<string> Sentences) : AddPersonOutcome;
}
