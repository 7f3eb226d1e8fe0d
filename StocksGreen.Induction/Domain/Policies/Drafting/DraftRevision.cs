using StocksGreen.Induction.Domain.Policies.Extracts;
using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Domain.Policies.Drafting;

/// <summary>A draft's text after one change.</summary>
/// <param name="Number">0 for what the import found, then counting up; never reused while later ones can be redone.</param>
/// <param name="What">What was done: "Merged 4.2 into 4.1".</param>
/// <param name="Decisions">What has been decided by then about what the import left out.</param>
/// <param name="At">UTC.</param>
public sealed record DraftRevision(
    Guid DraftId,
    int Number,
    PolicyContent Text,
    IReadOnlyList<FidelityDecision> Decisions,
    string What,
    DateTimeOffset At,
    string By
)
{
    /// <summary>Which parts of its document were left out by choice; null while all of it stands.</summary>
    public DraftExtract? Extract { get; init; }
}
