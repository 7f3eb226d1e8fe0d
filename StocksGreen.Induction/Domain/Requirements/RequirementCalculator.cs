using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>
/// Derives every requirement of a day from the facts. Everything is looked up by person and policy, so that the work grows with the requirements and with
/// nothing else.
/// </summary>
internal sealed class RequirementCalculator
{
    private readonly SchoolFacts facts;
    private readonly DateOnly asAt;
    private readonly ILookup<(StaffId, PolicyId), Attestation> signatures;
    private readonly ILookup<(StaffId, PolicyId), QuestionWait> waits;
    private readonly ILookup<(StaffId, PolicyId), (Exemption Exemption, DateOnly? LastDay)> exemptions;
    private readonly ILookup<(StaffId, PolicyId), Extension> extensions;

    /// <param name="asAt">Date in Europe/London.</param>
    internal RequirementCalculator(SchoolFacts facts, DateOnly asAt)
    {
        this.facts = facts;
        this.asAt = asAt;
        var end = LondonTime.EndOf(asAt);
        var policies = facts.Versions.ToDictionary(version => version.Id, version => version.PolicyId);
        signatures = facts
            .Attestations.Where(attestation =>
                attestation.SignedAt < end
                && policies.ContainsKey(attestation.VersionId)
                && !(facts.Withdrawn.TryGetValue(attestation.Id, out var day) && day <= asAt)
            )
            .ToLookup(attestation => (attestation.StaffId, policies[attestation.VersionId]));
        waits = facts.Waits.Where(wait => wait.AskedOn <= asAt).ToLookup(wait => (wait.StaffId, wait.PolicyId));
        var ended = facts
            .ExemptionEnds.Where(row => row.At < end)
            .GroupBy(row => row.ExemptionId)
            .ToDictionary(group => group.Key, group => (DateOnly?)LondonTime.DateIn(group.Min(row => row.At)));
        exemptions = facts
            .Exemptions.Where(exemption => exemption.At < end && exemption.From <= asAt)
            .ToLookup(exemption => (exemption.StaffId, exemption.PolicyId), exemption => (exemption, exemption.LastDay(ended.GetValueOrDefault(exemption.Id))));
        extensions = facts.Extensions.Where(extension => extension.At < end).ToLookup(extension => (extension.StaffId, extension.PolicyId));
    }

    internal IReadOnlyList<Requirement> Requirements()
    {
        var people = People();
        var published = facts.Versions.ToLookup(version => version.PolicyId);
        var withdrawals = facts.PolicyWithdrawals.ToLookup(decision => decision.PolicyId);
        var decisions = facts.AudienceDecisions.ToLookup(decision => decision.VersionId);
        var requirements = new List<Requirement>();
        foreach (var policy in facts.Policies)
        {
            var history = new PolicyHistory(published[policy.Id], withdrawals[policy.Id]);
            if (history.InForceOn(asAt) is not { } inForce)
            {
                continue;
            }

            var asked = new PolicyContext(
                policy,
                history,
                facts.DutiesOn(asAt, inForce),
                decisions,
                [.. facts.DueRules.Where(rules => rules.PolicyId is null || rules.PolicyId == policy.Id)],
                asAt
            );
            requirements.AddRange(
                from person in people
                let duty = asked.DutyOf(person.Person.Audience)
                where duty is not null && !person.Person.HasLeft(asked.InForceSince)
                select Require(person, asked, duty)
            );
        }

        return requirements;
    }

    private List<PersonContext> People()
    {
        var calendar = facts.CalendarAt(asAt);
        var patterns = facts.PatternsAt(asAt);
        var absences = facts.Absences.Where(absence => absence.From <= asAt).ToLookup(absence => absence.StaffId);
        return
        [
            .. from person in facts.People
            where person.StartsOn <= asAt
            let own = absences[person.Id].ToList()
            select new PersonContext(
                person,
                calendar.For(patterns[person.Id]),
                own,
                InductionPack.For(person, facts.Packs),
                own.Exists(absence => absence.Covers(asAt)),
                person.HasLeft(asAt)
            ),
        ];
    }

    private Requirement Require(PersonContext asked, PolicyContext policy, AudienceDuty duty)
    {
        var (person, calendar) = (asked.Person, asked.Calendar);
        var key = (person.Id, policy.Policy.Id);
        var counting = policy.Counting(signatures[key], duty);
        var (assignment, askedOn) = policy.Assign(duty, counting);
        var isSigned = counting is not null && !assignment.IsOfChangesOnly;
        var rules = policy.RulesFor(DueDate.IsNewStarter(person, askedOn) ? person.StartsOn : askedOn);
        var newStarterDays = asked.Pack is { } pack && pack.Policies.Contains(policy.Policy.Id) ? pack.DueSchoolDays : rules.NewStarterDays;
        var exemption = exemptions[key].FirstOrDefault(one => !(one.LastDay < asAt)).Exemption;
        // Anyone who was exempt for a time has as long afterwards as someone who was away.
        var away = exemptions.Contains(key)
            ?
            [
                .. asked.Absences,
                .. exemptions[key].Where(one => one.LastDay < asAt).Select(one => new Absence(one.Exemption.Id, person.Id, one.Exemption.From, one.LastDay)),
            ]
            : asked.Absences;
        var dueOn = DueDate.For(person, askedOn, away, calendar, newStarterDays, rules.ReissueDays);
        Extension? extended = null;
        foreach (var extension in extensions[key])
        {
            // It is of what was asked when it was given.
            if (LondonTime.DateIn(extension.At) >= askedOn && calendar.OnOrAfter(extension.DueOn) is var later && later > dueOn)
            {
                (dueOn, extended) = (later, extension);
            }
        }

        var isWaiting = false;
        foreach (var wait in waits[key])
        {
            var hasEnded = wait.EndedOn is { } ended && ended <= asAt;
            var answered = hasEnded ? calendar.Add(wait.EndedOn!.Value, DueDate.AfterAnswerSchoolDays) : dueOn;
            dueOn = answered > dueOn ? answered : dueOn;
            isWaiting |= !hasEnded;
        }

        var daysGiven = DueDate.IsNewStarter(person, askedOn) ? newStarterDays : rules.ReissueDays;
        var longOverdueOn = isSigned ? dueOn : calendar.Add(dueOn, Math.Max(1, rules.LongOverdueDay - daysGiven));
        var standing = Standing.Calculate(isSigned, exemption is not null, asked.IsPaused, dueOn, asAt, calendar, isWaiting, longOverdueOn);
        return new Requirement(person, policy.Policy, policy.InForce, assignment, dueOn, standing, isSigned ? counting!.Attestation : null, asked.HasLeft)
        {
            LongOverdueOn = longOverdueOn,
            Rules = rules,
            Extension = extended,
            Exemption = exemption,
        };
    }
}
