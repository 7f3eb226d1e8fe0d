using StocksGreen.Induction.Domain.Policies.Comparison;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>What became of one part when a version was published, as decided then.</summary>
/// <param name="Ordinal">In this version; null for a part that was removed.</param>
/// <param name="Before">Ordinal in the version before; null for a part that was added.</param>
/// <param name="Heading">As printed in this version, or in the one before where the part was removed.</param>
/// <param name="Weight">Minor for what is unchanged or merely moved.</param>
/// <param name="Reason">Why it was changed and weighed so; empty for what is unchanged or merely moved.</param>
public sealed record PartChange(int? Ordinal, int? Before, string Heading, ChangeKind Kind, ChangeWeight Weight, string Reason);
