using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>What there is to know before anyone can say who must sign what: people, policies, signatures, absences and exemptions.</summary>
/// <param name="Versions">Every published version; which one is in force is asked of a day.</param>
/// <param name="AudienceDecisions">What was decided on audiences after a version was published.</param>
public sealed record SchoolFacts(
    IReadOnlyList<StaffMember> People,
    IReadOnlyList<Policy> Policies,
    IReadOnlyList<PolicyVersion> Versions,
    IReadOnlyList<AudienceDecision> AudienceDecisions,
    IReadOnlyList<Attestation> Attestations,
    IReadOnlyList<Absence> Absences,
    IReadOnlyList<Exemption> Exemptions
)
{
    /// <summary>Who waited for an answer, and for how long.</summary>
    public IReadOnlyList<QuestionWait> Waits { get; init; } = [];

    /// <summary>Days on which signatures were withdrawn, in Europe/London.</summary>
    public IReadOnlyDictionary<AttestationId, DateOnly> Withdrawn { get; init; } = new Dictionary<AttestationId, DateOnly>();

    /// <summary>What was entered about people of whom something was entered after the first day that is asked about; empty where only today is.</summary>
    public IReadOnlyList<PersonChange> PersonChanges { get; init; } = [];

    /// <summary>Every decision to take a policy out of force.</summary>
    public IReadOnlyList<PolicyWithdrawal> PolicyWithdrawals { get; init; } = [];

    /// <summary>The induction packs in use.</summary>
    public IReadOnlyList<InductionPack> Packs { get; init; } = [];

    /// <summary>Exemptions that were ended before their time.</summary>
    public IReadOnlyList<ExemptionEnd> ExemptionEnds { get; init; } = [];

    /// <summary>Who was given longer.</summary>
    public IReadOnlyList<Extension> Extensions { get; init; } = [];

    /// <summary>Every decision on how long people have, in the order in which they were entered.</summary>
    public IReadOnlyList<DueRules> DueRules { get; init; } = [];

    /// <summary>Every decision on terms.</summary>
    public IReadOnlyList<TermDates> TermDates { get; init; } = [];

    /// <summary>Every decision on single days.</summary>
    public IReadOnlyList<CalendarDay> CalendarDays { get; init; } = [];

    /// <summary>On which weekdays people work who do not work on all.</summary>
    public IReadOnlyList<WorkingPattern> WorkingPatterns { get; init; } = [];

    /// <summary>The calendar as it was known at the end of a day, wherever in time the days lie that are asked of it.</summary>
    /// <param name="asAt">Date in Europe/London.</param>
    public SchoolCalendar CalendarAt(DateOnly asAt)
    {
        var end = LondonTime.EndOf(asAt);
        return SchoolCalendar.From(TermDates.Where(dates => dates.At < end), CalendarDays.Where(day => day.At < end));
    }

    /// <summary>The working patterns that were recorded by the end of a day, by person.</summary>
    /// <param name="asAt">Date in Europe/London.</param>
    public ILookup<StaffId, WorkingPattern> PatternsAt(DateOnly asAt)
    {
        var end = LondonTime.EndOf(asAt);
        return WorkingPatterns.Where(pattern => pattern.At < end).ToLookup(pattern => pattern.StaffId);
    }

    /// <summary>The version of each policy that is in force on a day.</summary>
    public IEnumerable<(Policy Policy, PolicyVersion Version)> InForceOn(DateOnly day) =>
        from policy in Policies
        let version = HistoryOf(policy.Id).InForceOn(day)
        where version is not null
        select (policy, version);

    /// <summary>When which version of a policy is in force.</summary>
    public PolicyHistory HistoryOf(PolicyId policy) =>
        new(Versions.Where(version => version.PolicyId == policy), PolicyWithdrawals.Where(decision => decision.PolicyId == policy));

    /// <summary>What was published of a policy after one version, up to and with a later one, in the order of publication.</summary>
    public IReadOnlyList<PolicyVersion> Between(PolicyVersion earlier, PolicyVersion later) =>
        [
            .. Versions
                .Where(version => version.PolicyId == later.PolicyId && version.Number > earlier.Number && version.Number <= later.Number)
                .OrderBy(version => version.Number),
        ];

    /// <summary>Who must do what with a version on a day.</summary>
    public IReadOnlyList<AudienceDuty> DutiesOn(DateOnly day, PolicyVersion version) =>
        AudienceDecisions
            .Where(decision => decision.VersionId == version.Id && LondonTime.DateIn(decision.At) <= day)
            .MaxBy(decision => decision.EvidenceNumber)
            ?.Duties
        ?? version.Release.Duties;

    /// <summary>Every requirement as it stood at the end of a day: the same answer whenever it is asked.</summary>
    /// <param name="asAt">Date in Europe/London.</param>
    public IReadOnlyList<Requirement> RequirementsAt(DateOnly asAt) => new RequirementCalculator(AsKnownOn(asAt), asAt).Requirements();

    /// <summary>What was still open when a policy was withdrawn: asked of people in post on its last day in force, and not signed.</summary>
    /// <param name="day">Date in Europe/London on which it is withdrawn; where it is not, nothing ended.</param>
    public IReadOnlyList<Requirement> EndedByWithdrawal(DateOnly day, PolicyId policy)
    {
        if (HistoryOf(policy).WithdrawnOn(day) is not { From: { } from } decision)
        {
            return [];
        }

        var without = this with
        {
            Policies = [.. Policies.Where(row => row.Id == policy)],
            PolicyWithdrawals = [.. PolicyWithdrawals.Where(row => row != decision)],
        };
        return
        [
            .. without
                .RequirementsAt(from == LondonTime.DateIn(decision.At) ? from : from.AddDays(-1))
                .Where(requirement => requirement is { HasLeft: false, Standing.Kind: StandingKind.Due or StandingKind.Overdue or StandingKind.Paused }),
        ];
    }

    /// <summary>The same facts with the people and absences that were known at the end of a day.</summary>
    /// <param name="day">Date in Europe/London.</param>
    public SchoolFacts AsKnownOn(DateOnly day)
    {
        if (PersonChanges.Count == 0)
        {
            return this;
        }

        var known = KnownPeople.On(day, People, Absences, PersonChanges);
        return this with { People = known.People, Absences = known.Absences };
    }
}
