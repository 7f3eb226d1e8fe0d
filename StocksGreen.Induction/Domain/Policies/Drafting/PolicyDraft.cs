using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.Policies.Files;

namespace StocksGreen.Induction.Domain.Policies.Drafting;

/// <summary>A policy in the making: what an import found, and every change since. It is no evidence: it goes when it is published or thrown away.</summary>
public sealed class PolicyDraft
{
    private PolicyDraft() { }

    /// <param name="policyId">The policy of which it is to be the next version; null for a policy that is new.</param>
    /// <param name="sourceName">Name of the file it was imported from.</param>
    /// <param name="sourceText">The words of that file, line by line, to compare the draft with.</param>
    /// <param name="warnings">What the import could not place or doubts.</param>
    /// <param name="createdAt">UTC.</param>
    public PolicyDraft(
        Guid id,
        PolicyId? policyId,
        string sourceName,
        string sourceText,
        IReadOnlyList<string> warnings,
        DateTimeOffset createdAt,
        string createdBy
    )
    {
        Id = id;
        PolicyId = policyId;
        SourceName = sourceName;
        SourceText = sourceText;
        Warnings = warnings;
        CreatedAt = createdAt;
        CreatedBy = createdBy;
    }

    public Guid Id { get; private set; }

    public PolicyId? PolicyId { get; private set; }

    public string SourceName { get; private set; } = "";

    public string SourceText { get; private set; } = "";

    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    public string CreatedBy { get; private set; } = "";

    /// <summary>The document it was imported from; null where it was begun without one.</summary>
    public OriginalFile? Original { get; init; }

    /// <summary>What the import left out.</summary>
    public FidelityReport Report { get; init; } = FidelityReport.None;

    /// <summary>Number of the revision that holds now; undoing goes back to an earlier one.</summary>
    public int Revision { get; set; }

    /// <summary>What has been filled in for its publication; null while nothing has.</summary>
    public PublishPlan? Plan { get; set; }
}
