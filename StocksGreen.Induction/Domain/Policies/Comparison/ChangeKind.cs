namespace StocksGreen.Induction.Domain.Policies.Comparison;

/// <summary>How a part of a new version relates to the version before.</summary>
public enum ChangeKind
{
    Unchanged,

    /// <summary>Says the same, in another place or under another number.</summary>
    Moved,

    Changed,
    Added,
    Removed,
}
