namespace StocksGreen.Induction.Domain.People;

/// <summary>That a key role was given to somebody from a day on. Who held it on any day is asked of all such rows.</summary>
public sealed class KeyRoleChange
{
    private KeyRoleChange()
    {
    }

    /// <param name="holder">Name or names as readers are to see them: "Helen Ashdown, Headteacher".</param>
    /// <param name="from">First day in the role.</param>
    /// <param name="recordedAt">UTC.</param>
    /// <param name="evidenceNumber">The entry that seals it.</param>
    public KeyRoleChange(Guid id, KeyRole role, string holder, DateOnly from, DateTimeOffset recordedAt, string recordedBy, long evidenceNumber)
    {
        Id = id;
        Role = role;
        Holder = holder;
        From = from;
        RecordedAt = recordedAt;
        RecordedBy = recordedBy;
        EvidenceNumber = evidenceNumber;
    }

    public Guid Id { get; private set; }

    public KeyRole Role { get; private set; }

    public string Holder { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public long EvidenceNumber { get; private set; }

    /// <summary>Who holds each role on a day; of two from the same day the later recorded.</summary>
    public static IReadOnlyDictionary<KeyRole, KeyRoleChange> On(DateOnly day, IEnumerable<KeyRoleChange> changes) =>
        changes.Where(change => change.From <= day)
            .GroupBy(change => change.Role)
            .ToDictionary(group => group.Key, group => group.OrderBy(change => change.From).ThenBy(change => change.RecordedAt).ThenBy(change => change.EvidenceNumber).Last());
}
