using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.DueDates;

/// <summary>What one person is asked to sign, and by which decisions.</summary>
/// <param name="Lines">Every policy in force, by title.</param>
/// <param name="Pattern">The working days recorded for today; null where none were, which means Monday to Friday.</param>
public sealed record PersonRequirements(StaffMember Person, IReadOnlyList<PersonRequirements.Line> Lines, WorkingPattern? Pattern)
{
    /// <param name="Requirement">Null where nothing of it is asked of this person.</param>
    public sealed record Line(Policy Policy, Requirement? Requirement)
    {
        public Standing Standing => Requirement?.Standing ?? Standing.NotIssued;
    }
}
