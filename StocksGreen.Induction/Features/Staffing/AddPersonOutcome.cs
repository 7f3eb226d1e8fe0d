using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Staffing;

/// <summary>What became of adding a person.</summary>
public abstract record AddPersonOutcome
{
    public sealed record Added(StaffId Id) : AddPersonOutcome;

    /// <param name="Refusals">At least one; fields are those of <see cref="PersonForm"/>.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : AddPersonOutcome;
}
