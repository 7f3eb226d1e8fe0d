using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Features.Publishing.Drafting;

/// <summary>A draft as the office mends it.</summary>
/// <param name="Undo">What the last mend did; null where there is none to undo.</param>
/// <param name="Redo">What was undone last; null where nothing was.</param>
/// <param name="Policy">The policy of which it is to be the next version; null for a new one.</param>
/// <param name="InForce">That policy's version in force.</param>
public sealed record DraftToMend(PolicyDraft Draft, PolicyText Text, string? Undo, string? Redo, Policy? Policy, PolicyVersion? InForce);
