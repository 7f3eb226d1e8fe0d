using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Features.Policies.Drafting;

/// <summary>A draft as the office changes it.</summary>
/// <param name="Undo">What the last change did; null where there is none to undo.</param>
/// <param name="Redo">What was undone last; null where nothing was.</param>
/// <param name="Policy">The policy of which it is to be the next version; null for a new one.</param>
/// <param name="InForce">That policy's version in force.</param>
public sealed record DraftDetails(PolicyDraft Draft, PolicyContent Text, string? Undo, string? Redo, Policy? Policy, PolicyVersion? InForce);
