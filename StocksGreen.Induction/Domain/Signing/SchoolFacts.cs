using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>What there is to know before anybody can say who must sign what: people, policies, signatures, absences and exemptions.</summary>
/// <param name="Versions">Every published version; which one is in force is asked of a day.</param>
public sealed record SchoolFacts(
    IReadOnlyList<StaffMember> People,
    IReadOnlyList<Policy> Policies,
    IReadOnlyList<PolicyVersion> Versions,
    IReadOnlyList<Attestation> Attestations,
    IReadOnlyList<Absence> Absences,
    IReadOnlyList<Exemption> Exemptions)
{
    /// <summary>The version of each policy that is in force on a day.</summary>
    public IEnumerable<(Policy Policy, PolicyVersion Version)> InForceOn(DateOnly day) =>
        from policy in Policies
        let version = Versions.Where(version => version.PolicyId == policy.Id && version.PublishedOn <= day).MaxBy(version => version.Number)
        where version is not null
        select (policy, version);

    /// <summary>Every requirement as it stood at the end of a day: the same answer whenever it is asked.</summary>
    /// <param name="asAt">Date in Europe/London.</param>
    public IReadOnlyList<Requirement> RequirementsAt(DateOnly asAt, SchoolCalendar calendar)
    {
        var signed = Attestations.Where(attestation => LondonTime.DateIn(attestation.SignedAt) <= asAt)
            .ToDictionary(attestation => (attestation.StaffId, attestation.VersionId));
        var absences = Absences.ToLookup(absence => absence.StaffId);
        var exempt = Exemptions.Where(exemption => exemption.From <= asAt).Select(exemption => (exemption.StaffId, exemption.PolicyId)).ToHashSet();

        return [.. from inForce in InForceOn(asAt)
                   from person in People
                   where inForce.Policy.SignedBy.Contains(person.Audience) && person.StartsOn <= asAt
                   where !person.HasLeft(inForce.Version.PublishedOn)
                   let own = absences[person.Id].Where(absence => absence.From <= asAt)
                   let dueOn = DueDate.For(person, inForce.Version, own, calendar)
                   let attestation = signed.GetValueOrDefault((person.Id, inForce.Version.Id))
                   let standing = Standing.Of(
                       attestation is not null,
                       exempt.Contains((person.Id, inForce.Policy.Id)),
                       own.Any(absence => absence.Covers(asAt)),
                       dueOn,
                       asAt,
                       calendar)
                   select new Requirement(person, inForce.Policy, inForce.Version, dueOn, standing, attestation, person.HasLeft(asAt))];
    }
}
