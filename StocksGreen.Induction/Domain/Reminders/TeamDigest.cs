using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Domain.Reminders;

/// <summary>Those of one line lead's team who are overdue although they were reminded twice since. It says what is unsigned and nothing else.</summary>
/// <param name="Team">At least one; by name.</param>
public sealed record TeamDigest(StaffMember Lead, IReadOnlyList<TeamDigest.Member> Team)
{
    /// <param name="Overdue">At least one; the longest overdue comes first.</param>
    public sealed record Member(StaffMember Person, IReadOnlyList<Requirement> Overdue);
}
