using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>What one policy asks on a day, calculated once for all people of whom it is asked alike.</summary>
internal sealed class PolicyContext
{
    private readonly PolicyHistory history;
    private readonly IReadOnlyList<PolicyVersion> published;
    private readonly Dictionary<VersionId, PolicyVersion> byId;
    private readonly List<(DateOnly On, IReadOnlyList<AudienceDuty> Duties)> decided;
    private readonly Dictionary<Audience, AudienceDuty> duties;
    private readonly IReadOnlyList<DueRules> rules;
    private readonly Dictionary<DateOnly, DueRules> rulesOn = [];
    private readonly Dictionary<Audience, DateOnly> askedOn = [];
    private readonly Dictionary<Audience, Assignment> whole = [];
    private readonly Dictionary<(Audience Audience, int Number), (Assignment Changes, DateOnly From)?> changes = [];

    /// <param name="history">With a version in force on the day.</param>
    /// <param name="duties">Of the day.</param>
    /// <param name="decisions">Every decision on audiences, by version.</param>
    /// <param name="rules">The school's decisions on how long people have, and this policy's own, in the order in which they were entered.</param>
    internal PolicyContext(
        Policy policy,
        PolicyHistory history,
        IReadOnlyList<AudienceDuty> duties,
        ILookup<VersionId, AudienceDecision> decisions,
        IReadOnlyList<DueRules> rules,
        DateOnly asAt
    )
    {
        this.rules = rules;
        Policy = policy;
        this.history = history;
        published = history.UpTo(asAt);
        InForceSince = history.Since(InForce);
        BackSince = history.BackSince(asAt);
        byId = published.ToDictionary(version => version.Id);
        this.duties = duties
            .Where(duty => duty.Duty is not Duty.ReminderOnly)
            .GroupBy(duty => duty.Audience)
            .ToDictionary(group => group.Key, group => group.First());
        decided = [.. published.SelectMany(Decisions).Where(decision => decision.On <= asAt)];

        IEnumerable<(DateOnly On, IReadOnlyList<AudienceDuty> Duties)> Decisions(PolicyVersion version) =>
            Counting(
                history.Since(version),
                decisions[version.Id]
                    .OrderBy(decision => decision.EvidenceNumber)
                    .Select(decision => (On: LondonTime.DateIn(decision.At), decision.Duties))
                    .Prepend((version.PublishedOn, version.Release.Duties))
            );

        // What was decided before a version came into force took effect on its day, and only the last of it.
        static IEnumerable<(DateOnly On, IReadOnlyList<AudienceDuty> Duties)> Counting(
            DateOnly since,
            IEnumerable<(DateOnly On, IReadOnlyList<AudienceDuty> Duties)> decided
        )
        {
            var all = decided.ToList();
            var first = Math.Max(0, all.FindLastIndex(decision => decision.On < since));
            return all.Skip(first).Select((decision, i) => (i == 0 ? since : decision.On, decision.Duties));
        }
    }

    internal Policy Policy { get; }

    internal PolicyVersion InForce => published[^1];

    /// <summary>The day since which the school goes by <see cref="InForce"/>.</summary>
    internal DateOnly InForceSince { get; }

    /// <summary>The day on which the policy came back after it was withdrawn; null where it never was.</summary>
    private DateOnly? BackSince { get; }

    /// <summary>How long people have who are asked on a day.</summary>
    internal DueRules RulesFor(DateOnly day)
    {
        if (!rulesOn.TryGetValue(day, out var found))
        {
            rulesOn[day] = found = DueRules.On(day, rules);
        }

        return found;
    }

    /// <summary>What people of an audience must sign; null where nothing is asked of them but to be reminded.</summary>
    internal AudienceDuty? DutyOf(Audience audience) => duties.GetValueOrDefault(audience);

    /// <summary>The person's latest signature of this policy that is deep enough for what is asked now.</summary>
    /// <param name="own">The person's signatures of this policy that stand.</param>
    internal EarlierSignature? Counting(IEnumerable<Attestation> own, AudienceDuty duty)
    {
        EarlierSignature? latest = null;
        foreach (var attestation in own)
        {
            if (
                (attestation.Duty is Duty.FullSignature || duty.Duty is Duty.ShortSignature)
                && byId.TryGetValue(attestation.VersionId, out var version)
                && (latest is null || version.Number >= latest.Version.Number)
            )
            {
                latest = new EarlierSignature(attestation, version);
            }
        }

        return latest;
    }

    /// <returns>What is to be read, and the day since which that much is asked.</returns>
    internal (Assignment Assignment, DateOnly AskedOn) Assign(AudienceDuty duty, EarlierSignature? counting)
    {
        var (all, asked) = (Whole(duty), AskedSince(duty));
        if (counting is null || Changes(duty, counting.Version.Number) is not { } changed)
        {
            return (all, asked);
        }

        return (changed.Changes with { Since = counting }, changed.From > asked ? changed.From : asked);
    }

    private Assignment Whole(AudienceDuty duty)
    {
        if (!whole.TryGetValue(duty.Audience, out var all))
        {
            whole[duty.Audience] = all = Assignment.Create(duty.Duty, [.. InForce.Parts.Select(part => part.Ordinal).Where(duty.Shows)]);
        }

        return all;
    }

    /// <summary>
    /// The day since which this audience has been asked without a break for as much as now: publishing over an unsigned version makes no one less late.
    /// </summary>
    private DateOnly AskedSince(AudienceDuty duty)
    {
        if (askedOn.TryGetValue(duty.Audience, out var asked))
        {
            return asked;
        }

        asked = BackSince > InForceSince ? BackSince.Value : InForceSince;
        foreach (var (on, earlier) in Enumerable.Reverse(decided))
        {
            if (on < BackSince || earlier.FirstOrDefault(own => own.Audience == duty.Audience) is not { } own || own.Duty > duty.Duty)
            {
                break;
            }

            asked = on;
        }

        return askedOn[duty.Audience] = asked;
    }

    /// <returns>What changed materially since a version was signed, and when the first of it was published; null where nothing did.</returns>
    private (Assignment Changes, DateOnly From)? Changes(AudienceDuty duty, int signed)
    {
        if (!changes.TryGetValue((duty.Audience, signed), out var changed))
        {
            changes[(duty.Audience, signed)] = changed = Compare(duty, signed);
        }

        return changed;
    }

    private (Assignment Changes, DateOnly From)? Compare(AudienceDuty duty, int signed)
    {
        var all = Whole(duty);
        var material = MaterialChanges.Over(published.Where(version => version.Number > signed));
        var open = all.Shown.Where(material.Parts.ContainsKey).ToList();
        // Anyone who is shown a selection was never shown what has gone.
        var removed = duty.Parts is null ? material.Removed : [];
        if (open.Count + removed.Count == 0)
        {
            return null;
        }

        var first = open.Select(ordinal => material.Parts[ordinal]).Concat(removed.Select(part => part.Version)).Min();
        return (
            all with
            {
                Parts = open,
                Removed = [.. removed.Select(part => part.Heading)],
            },
            history.Since(published.First(version => version.Number == first))
        );
    }
}
