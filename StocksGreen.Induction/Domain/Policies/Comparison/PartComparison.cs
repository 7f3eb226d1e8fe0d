using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Domain.Policies.Comparison;

/// <summary>One part as two texts have it.</summary>
/// <param name="Before">Null for a part that was added.</param>
/// <param name="After">Null for a part that was removed.</param>
public sealed record PartComparison(PolicyPart? Before, PolicyPart? After, ChangeKind Kind)
{
    public string Heading => (After ?? Before)!.Heading;

    /// <summary>True where someone must decide what the change means for those who have signed.</summary>
    public bool NeedsDecision => Kind is ChangeKind.Changed or ChangeKind.Added or ChangeKind.Removed;
}
