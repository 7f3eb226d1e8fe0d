using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>Someone who has not signed everything, with what is missing.</summary>
/// <param name="Lines">What they have not signed, of the policy that was asked for or of all; the most urgent first. Never empty.</param>
/// <param name="Lead">The most urgent of those that the filter asks for: what the person is sorted by.</param>
public sealed record ChasePerson(StaffId StaffId, string FullName, string JobTitle, IReadOnlyList<ChaseRow> Lines, ChaseRow Lead)
{
    /// <summary>False for someone who is away or exempt from all of it: there is nothing to remind them of.</summary>
    public bool MayBeChosen => Lines.Any(line => line.Standing.Kind is StandingKind.Due or StandingKind.Overdue);

    /// <summary>The latest of all lines; null when no one has reminded them.</summary>
    public Reminded? LastChased => Lines.Select(line => line.LastChased).Where(given => given is not null).MaxBy(given => given!.At);
}
