using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>Of what an evidence pack is made: signatures that fit all that is said here.</summary>
/// <param name="AsAt">The day up to whose end signatures are taken, in Europe/London.</param>
public sealed record EvidencePackSelection(DateOnly AsAt)
{
    /// <summary>The first day from which they are taken; null for all.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Empty for all.</summary>
    public IReadOnlyList<PolicyId> Policies { get; init; } = [];

    /// <summary>Empty for everyone.</summary>
    public IReadOnlyList<StaffId> People { get; init; } = [];

    /// <summary>The groups that people belong to now; empty for all.</summary>
    public IReadOnlyList<Audience> Groups { get; init; } = [];

    /// <summary>True where the named register belongs into it: a pack about some people or policies must not carry the names of all.</summary>
    public bool IsOfTheWholeSchool => Policies.Count == 0 && People.Count == 0 && Groups.Count == 0 && From is null;

    /// <summary>True where induction records belong into it: of everyone, or of the people who were chosen, and of all that each was asked.</summary>
    public bool HasRecords => Policies.Count == 0 && Groups.Count == 0 && From is null;
}
