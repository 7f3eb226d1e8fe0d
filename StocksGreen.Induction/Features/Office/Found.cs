using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Office;

/// <summary>A person whose name, job, e-mail or staff ID was looked for.</summary>
/// <param name="HasLeft">True from the day after their last.</param>
public sealed record FoundPerson(StaffId Id, string FullName, string JobTitle, bool HasLeft);

/// <summary>A policy by its title.</summary>
public sealed record FoundPolicy(PolicyId Id, string Title);

/// <summary>A signature of a person who was found, with its signed copy.</summary>
/// <param name="Policy">"Behaviour Policy, version 2".</param>
public sealed record FoundCopy(AttestationId Id, string FullName, string Policy, DateTimeOffset SignedAt);

/// <summary>What a search leads to; each list holds at most <see cref="FindQuery.Most"/>.</summary>
/// <param name="PeopleInAll">How many people were found, shown or not.</param>
/// <param name="Copies">Latest first.</param>
/// <param name="Code">The code of a paper, where what was typed is one.</param>
public sealed record Found(
    IReadOnlyList<FoundPerson> People,
    int PeopleInAll,
    IReadOnlyList<FoundPolicy> Policies,
    IReadOnlyList<FoundCopy> Copies,
    PaperCode? Code
)
{
    public bool IsEmpty => People.Count + Policies.Count + Copies.Count == 0 && Code is null;
}
