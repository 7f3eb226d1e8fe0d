using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Packs;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>Derives every requirement of a day from the facts. Everything is looked up by person and policy, so that the work grows with the requirements and with nothing else.</summary>
internal sealed class Reckoning
{
    private readonly SchoolFacts facts;
    private readonly DateOnly asAt;
    private readonly ILookup<(StaffId, PolicyId), Attestation> signatures;
    private readonly ILookup<(StaffId, PolicyId), QuestionWait> waits;
    private readonly HashSet<(StaffId, PolicyId)> exempt;

    /// <param name="asAt">Date in Europe/London.</param>
    internal Reckoning(SchoolFacts facts, DateOnly asAt)
    {
        this.facts = facts;
        this.asAt = asAt;
        var end = LondonTime.EndOf(asAt);
        var policies = facts.Versions.ToDictionary(version => version.Id, version => version.PolicyId);
        signatures = facts.Attestations
            .Where(attestation => attestation.SignedAt < end && policies.ContainsKey(attestation.VersionId) && !(facts.Withdrawn.TryGetValue(attestation.Id, out var day) && day <= asAt))
            .ToLookup(attestation => (attestation.StaffId, policies[attestation.VersionId]));
        waits = facts.Waits.Where(wait => wait.AskedOn <= asAt).ToLookup(wait => (wait.StaffId, wait.PolicyId));
        exempt = facts.Exemptions.Where(exemption => exemption.From <= asAt).Select(exemption => (exemption.StaffId, exemption.PolicyId)).ToHashSet();
    }

    internal IReadOnlyList<Requirement> Requirements()
    {
        var people = People();
        var published = facts.Versions.Where(version => version.PublishedOn <= asAt).ToLookup(version => version.PolicyId);
        var decisions = facts.AudienceDecisions.ToLookup(decision => decision.VersionId);
        var requirements = new List<Requirement>();
        foreach (var policy in facts.Policies)
        {
            List<PolicyVersion> versions = [.. published[policy.Id].OrderBy(version => version.Number)];
            if (versions.Count == 0)
            {
                continue;
            }

            var asked = new AskedPolicy(policy, versions, facts.DutiesOn(asAt, versions[^1]), decisions, asAt);
            requirements.AddRange(from person in people
                                  let duty = asked.DutyOf(person.Person.Audience)
                                  where duty is not null && !person.Person.HasLeft(asked.InForce.PublishedOn)
                                  select Require(person, asked, duty));
        }

        return requirements;
    }

    private List<AskedPerson> People()
    {
        var calendar = facts.CalendarAt(asAt);
        var patterns = facts.PatternsAt(asAt);
        var absences = facts.Absences.Where(absence => absence.From <= asAt).ToLookup(absence => absence.StaffId);
        return [.. from person in facts.People
                   where person.StartsOn <= asAt
                   let own = absences[person.Id].ToList()
                   select new AskedPerson(person, calendar.For(patterns[person.Id]), own, Pack.Of(person, facts.Packs), own.Exists(absence => absence.Covers(asAt)), person.HasLeft(asAt))];
    }

    private Requirement Require(AskedPerson asked, AskedPolicy policy, AudienceDuty duty)
    {
        var (person, calendar) = (asked.Person, asked.Calendar);
        var key = (person.Id, policy.Policy.Id);
        var counting = policy.Counting(signatures[key], duty);
        var (assignment, askedOn) = policy.Assign(duty, counting);
        var isSigned = counting is not null && !assignment.IsOfChangesOnly;
        var newStarterDays = asked.Pack is { } pack && pack.Policies.Contains(policy.Policy.Id) ? pack.DueSchoolDays : DueDate.NewStarterSchoolDays;
        var dueOn = DueDate.For(person, askedOn, asked.Absences, calendar, newStarterDays);
        var isWaiting = false;
        foreach (var wait in waits[key])
        {
            var hasEnded = wait.EndedOn is { } ended && ended <= asAt;
            var answered = hasEnded ? calendar.Add(wait.EndedOn!.Value, DueDate.AfterAnswerSchoolDays) : dueOn;
            dueOn = answered > dueOn ? answered : dueOn;
            isWaiting |= !hasEnded;
        }

        var standing = Standing.Of(isSigned, exempt.Contains(key), asked.IsPaused, dueOn, asAt, calendar, isWaiting);
        return new Requirement(person, policy.Policy, policy.InForce, assignment, dueOn, standing, isSigned ? counting!.Attestation : null, asked.HasLeft);
    }
}
