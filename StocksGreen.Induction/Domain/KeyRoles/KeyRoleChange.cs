using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Domain.KeyRoles;

/// <summary>That a key role was given to someone from a day on. Who held it on any day is asked of all such rows.</summary>
/// <param name="Holder">Name or names as readers are to see them: "Helen Ashdown, Headteacher".</param>
/// <param name="From">First day in the role.</param>
[Evidence("KeyRoleChanged", "KeyRoleChanges", "key role")]
public sealed record KeyRoleChange(Guid Id, DateTimeOffset At, KeyRole Role, string Holder, DateOnly From, string RecordedBy) : SealedRecord(Id, At)
{
    public override string Form => "key-role/1";

    /// <summary>Who holds each role on a day; of two from the same day the later recorded.</summary>
    public static IReadOnlyDictionary<KeyRole, KeyRoleChange> On(DateOnly day, IEnumerable<KeyRoleChange> changes) =>
        changes
            .Where(change => change.From <= day)
            .GroupBy(change => change.Role)
            .ToDictionary(
                group => group.Key,
                group => group.OrderBy(change => change.From).ThenBy(change => change.At).ThenBy(change => change.EvidenceNumber).Last()
            );
}
