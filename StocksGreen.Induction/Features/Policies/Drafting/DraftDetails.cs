using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.Policies.Extracts;
using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Features.Policies.Drafting;

/// <summary>A draft as the office changes it.</summary>
/// <param name="Fidelity">What is to be decided about it before it is published.</param>
/// <param name="Undo">What the last change did; null where there is none to undo.</param>
/// <param name="Redo">What was undone last; null where nothing was.</param>
/// <param name="Policy">The policy of which it is to be the next version; null for a new one.</param>
/// <param name="InForce">That policy's version in force.</param>
public sealed record DraftDetails(
    PolicyDraft Draft,
    PolicyContent Text,
    FidelityState Fidelity,
    string? Undo,
    string? Redo,
    Policy? Policy,
    PolicyVersion? InForce
)
{
    /// <summary>Which parts of its document were left out by choice; null while all of it stands.</summary>
    public DraftExtract? Extract { get; init; }
}
