using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Features.Reporting.Packing;

/// <summary>Of what an evidence pack is made.</summary>
/// <param name="AsAt">The day up to whose end signatures are taken, in Europe/London.</param>
/// <param name="From">The first day from which they are taken; null for all.</param>
/// <param name="Policies">Empty for all.</param>
/// <param name="Person">Null for everybody.</param>
public sealed record PackSelection(DateOnly AsAt, DateOnly? From, IReadOnlyList<PolicyId> Policies, StaffId? Person)
{
    /// <summary>True where the named register belongs into it: a pack about one person or policy must not carry the names of all.</summary>
    public bool IsOfTheWholeSchool => Policies.Count == 0 && Person is null && From is null;
}
