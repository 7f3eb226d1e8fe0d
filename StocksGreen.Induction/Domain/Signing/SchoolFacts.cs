using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Packs;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>What there is to know before anybody can say who must sign what: people, policies, signatures, absences and exemptions.</summary>
/// <param name="Versions">Every published version; which one is in force is asked of a day.</param>
/// <param name="AudienceDecisions">What was decided on audiences after a version was published.</param>
public sealed record SchoolFacts(
    IReadOnlyList<StaffMember> People,
    IReadOnlyList<Policy> Policies,
    IReadOnlyList<PolicyVersion> Versions,
    IReadOnlyList<AudienceDecision> AudienceDecisions,
    IReadOnlyList<Attestation> Attestations,
    IReadOnlyList<Absence> Absences,
    IReadOnlyList<Exemption> Exemptions)
{
    /// <summary>Who waited for an answer, and for how long.</summary>
    public IReadOnlyList<QuestionWait> Waits { get; init; } = [];

    /// <summary>Days on which signatures were withdrawn, in Europe/London.</summary>
    public IReadOnlyDictionary<AttestationId, DateOnly> Withdrawn { get; init; } = new Dictionary<AttestationId, DateOnly>();

    /// <summary>The induction packs in use.</summary>
    public IReadOnlyList<Pack> Packs { get; init; } = [];

    /// <summary>The version of each policy that is in force on a day.</summary>
    public IEnumerable<(Policy Policy, PolicyVersion Version)> InForceOn(DateOnly day) =>
        from policy in Policies
        let version = PublishedBy(day, policy).LastOrDefault()
        where version is not null
        select (policy, version);

    /// <summary>What was published of a policy after one version, up to and with a later one, in the order of publication.</summary>
    public IReadOnlyList<PolicyVersion> Between(PolicyVersion earlier, PolicyVersion later) =>
        [.. Versions.Where(version => version.PolicyId == later.PolicyId && version.Number > earlier.Number && version.Number <= later.Number).OrderBy(version => version.Number)];

    /// <summary>Who must do what with a version on a day.</summary>
    public IReadOnlyList<AudienceDuty> DutiesOn(DateOnly day, PolicyVersion version) =>
        AudienceDecisions.Where(decision => decision.VersionId == version.Id && LondonTime.DateIn(decision.DecidedAt) <= day).MaxBy(decision => decision.EvidenceNumber)?.Duties
        ?? version.Release.Duties;

    /// <summary>Every requirement as it stood at the end of a day: the same answer whenever it is asked.</summary>
    /// <param name="asAt">Date in Europe/London.</param>
    public IReadOnlyList<Requirement> RequirementsAt(DateOnly asAt, SchoolCalendar calendar)
    {
        var signatures = Attestations.Where(attestation => LondonTime.DateIn(attestation.SignedAt) <= asAt && !(Withdrawn.TryGetValue(attestation.Id, out var day) && day <= asAt)).ToLookup(attestation => attestation.StaffId);
        var absences = Absences.ToLookup(absence => absence.StaffId);
        var exempt = Exemptions.Where(exemption => exemption.From <= asAt).Select(exemption => (exemption.StaffId, exemption.PolicyId)).ToHashSet();
        return [.. from policy in Policies
                   let published = PublishedBy(asAt, policy)
                   where published.Count > 0
                   let inForce = published[^1]
                   let duties = DutiesOn(asAt, inForce)
                   from person in People
                   let duty = duties.FirstOrDefault(duty => duty.Audience == person.Audience)
                   where duty is not null and not { Duty: Duty.ReminderOnly } && person.StartsOn <= asAt && !person.HasLeft(inForce.PublishedOn)
                   let own = absences[person.Id].Where(absence => absence.From <= asAt).ToList()
                   let counting = Counting(signatures[person.Id], duty, published)
                   let isExempt = exempt.Contains((person.Id, policy.Id))
                   select Require(person, policy, published, duty, counting, own, isExempt, asAt, calendar)];
    }

    private Requirement Require(
        StaffMember person, Policy policy, List<PolicyVersion> published, AudienceDuty duty, EarlierSignature? counting, List<Absence> absences, bool isExempt, DateOnly asAt, SchoolCalendar calendar)
    {
        var (assignment, changedBy) = Assign(published, duty, counting);
        var isSigned = counting is not null && !assignment.IsOfChangesOnly;
        var askedOn = AskedSince(asAt, published, duty);
        askedOn = changedBy is { } version && version.PublishedOn > askedOn ? version.PublishedOn : askedOn;
        var pack = Pack.Of(person, Packs) is { } own && own.Policies.Contains(policy.Id) ? own : null;
        var dueOn = DueDate.For(person, askedOn, absences, calendar, pack?.DueSchoolDays ?? DueDate.NewStarterSchoolDays);
        var waits = Waits.Where(wait => wait.StaffId == person.Id && wait.PolicyId == policy.Id && wait.AskedOn <= asAt).ToList();
        foreach (var wait in waits)
        {
            var answered = wait.EndedOn is { } ended && ended <= asAt ? calendar.Add(ended, DueDate.AfterAnswerSchoolDays) : dueOn;
            dueOn = answered > dueOn ? answered : dueOn;
        }

        var isWaiting = waits.Exists(wait => wait.EndedOn is not { } ended || ended > asAt);
        var standing = Standing.Of(isSigned, isExempt, absences.Exists(absence => absence.Covers(asAt)), dueOn, asAt, calendar, isWaiting);
        return new Requirement(person, policy, published[^1], assignment, dueOn, standing, isSigned ? counting!.Attestation : null, person.HasLeft(asAt));
    }

    /// <summary>The day since which this audience has been asked without a break for as much as now: publishing over an unsigned version makes nobody less late.</summary>
    private DateOnly AskedSince(DateOnly asAt, List<PolicyVersion> published, AudienceDuty duty)
    {
        var asked = published[^1].PublishedOn;
        foreach (var (on, duties) in published.SelectMany(Decisions).Where(decided => decided.On <= asAt).Reverse())
        {
            if (duties.FirstOrDefault(own => own.Audience == duty.Audience) is not { } own || own.Duty > duty.Duty)
            {
                break;
            }

            asked = on;
        }

        return asked;

        IEnumerable<(DateOnly On, IReadOnlyList<AudienceDuty> Duties)> Decisions(PolicyVersion version) =>
            AudienceDecisions.Where(decision => decision.VersionId == version.Id)
                .OrderBy(decision => decision.EvidenceNumber)
                .Select(decision => (LondonTime.DateIn(decision.DecidedAt), decision.Duties))
                .Prepend((version.PublishedOn, version.Release.Duties));
    }

    /// <summary>The person's latest signature of this policy that is deep enough for what is asked now.</summary>
    private static EarlierSignature? Counting(IEnumerable<Attestation> own, AudienceDuty duty, List<PolicyVersion> published) =>
        (from attestation in own
         where attestation.Duty is Duty.FullSignature || duty.Duty is Duty.ShortSignature
         join version in published on attestation.VersionId equals version.Id
         orderby version.Number
         select new EarlierSignature(attestation, version)).LastOrDefault();

    /// <returns>What is to be read and, where only changes are, the version that first made one of them.</returns>
    private static (Assignment Assignment, PolicyVersion? ChangedBy) Assign(List<PolicyVersion> published, AudienceDuty duty, EarlierSignature? counting)
    {
        var shown = published[^1].Parts.Select(part => part.Ordinal).Where(duty.Shows).ToList();
        var whole = Assignment.Of(duty.Duty, shown);
        if (counting is null)
        {
            return (whole, null);
        }

        var changes = MaterialChanges.Over(published.Where(version => version.Number > counting.Version.Number));
        var open = shown.Where(changes.Parts.ContainsKey).ToList();
        // Whoever is shown a selection was never shown what has gone.
        var removed = duty.Parts is null ? changes.Removed : [];
        if (open.Count + removed.Count == 0)
        {
            return (whole, null);
        }

        var first = open.Select(ordinal => changes.Parts[ordinal]).Concat(removed.Select(part => part.Version)).Min();
        return (whole with { Parts = open, Removed = [.. removed.Select(part => part.Heading)], Since = counting }, published.Find(version => version.Number == first));
    }

    private List<PolicyVersion> PublishedBy(DateOnly day, Policy policy) =>
        [.. Versions.Where(version => version.PolicyId == policy.Id && version.PublishedOn <= day).OrderBy(version => version.Number)];
}
