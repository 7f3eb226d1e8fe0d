namespace StocksGreen.Induction.Domain.Policies;

/// <summary>What was decided of one part that changed, was added or was removed.</summary>
/// <param name="Ordinal">In the new text; null for a part that was removed.</param>
/// <param name="Before">Ordinal in the version before; null for a part that was added.</param>
/// <param name="Weight">Null until decided.</param>
public sealed record PlannedChange(int? Ordinal, int? Before, ChangeWeight? Weight, string Reason);
