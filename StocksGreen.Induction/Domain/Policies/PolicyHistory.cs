using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>
/// Which version of one policy is in force on which day. Whatever is recorded takes effect on its day or later, so what is recorded tomorrow changes no
/// answer about today.
/// </summary>
public sealed class PolicyHistory
{
    private readonly List<PolicyVersion> versions;
    private readonly List<(PolicyWithdrawal Decision, DateOnly From, DateOnly Until)> outOfForce;

    /// <param name="versions">Every published version of the policy.</param>
    /// <param name="withdrawals">Every decision to take it out of force.</param>
    public PolicyHistory(IEnumerable<PolicyVersion> versions, IEnumerable<PolicyWithdrawal> withdrawals)
    {
        this.versions = [.. versions.OrderBy(version => version.Number)];
        var decisions = withdrawals.OrderBy(decision => decision.EvidenceNumber).ToList();
        outOfForce = [];
        for (var i = 0; i < decisions.Count; i++)
        {
            var until = i + 1 < decisions.Count ? LondonTime.DateIn(decisions[i + 1].At) : DateOnly.MaxValue;
            foreach (var later in this.versions.Where(version => version.PublishedAt > decisions[i].At && version.InForceFrom < until))
            {
                until = later.InForceFrom;
            }

            if (decisions[i].From is { } from && from < until)
            {
                outOfForce.Add((decisions[i], from, until));
            }
        }
    }

    /// <summary>Days on which something else comes into force, or nothing any more.</summary>
    public IEnumerable<DateOnly> Turns =>
        versions.Select(version => version.InForceFrom).Concat(outOfForce.SelectMany(span => new[] { span.From, span.Until })).Distinct();

    /// <summary>The version in force on a day; null before the first, and while the policy is withdrawn.</summary>
    public PolicyVersion? InForceOn(DateOnly day) => WithdrawnOn(day) is null && UpTo(day) is [.., var last] ? last : null;

    /// <summary>The decision by which the policy is out of force on a day; null where none is.</summary>
    public PolicyWithdrawal? WithdrawnOn(DateOnly day) => outOfForce.Find(span => span.From <= day && day < span.Until).Decision;

    /// <summary>The day ahead from which it is to be out of force; null where none is decided.</summary>
    public PolicyWithdrawal? WithdrawalAfter(DateOnly day) => outOfForce.Find(span => span.From > day).Decision;

    /// <summary>The latest version whose day has come and every one before it, in order.</summary>
    public IReadOnlyList<PolicyVersion> UpTo(DateOnly day)
    {
        var last = versions.FindLastIndex(version => version.InForceFrom <= day);
        return versions[..(last + 1)];
    }

    /// <summary>What is published and has yet to come into force, in order; what was overtaken by a later version never does.</summary>
    public IReadOnlyList<PolicyVersion> ReadyOn(DateOnly day) =>
        [.. versions.Skip(UpTo(day).Count).Where(version => version.PublishedOn <= day && Since(version) == version.InForceFrom)];

    /// <summary>The day since which the school goes by a version: its own, or the earlier one of a later version that overtook it.</summary>
    public DateOnly Since(PolicyVersion version) => versions.Where(later => later.Number >= version.Number).Min(later => later.InForceFrom);

    /// <summary>The last day by <paramref name="day"/> on which the policy came back into force after it was withdrawn; null where it never did.</summary>
    public DateOnly? BackSince(DateOnly day) => outOfForce.Where(span => span.Until <= day).Select(span => (DateOnly?)span.Until).Max();
}
