using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>What one person was asked at induction, what they signed and which talks were held, as at a day.</summary>
public sealed record InductionRecord
{
    public required string School { get; init; }

    /// <summary>That the school used on the day of the paper; null for none.</summary>
    public RasterImage? Crest { get; init; }

    public required string PersonName { get; init; }

    public required string JobTitle { get; init; }

    /// <summary>"Employee".</summary>
    public required string Audience { get; init; }

    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day in post; null while there is none, or none by the day of the record.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Name of the induction pack; null for someone without one.</summary>
    public string? Pack { get; init; }

    /// <summary>The day whose end the record is of.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>False while that day is not over.</summary>
    public bool IsDayOver { get; init; } = true;

    /// <summary>When the last entry of the evidence was written that the record knows; the file's only time.</summary>
    public required DateTimeOffset LastEntryAt { get; init; }

    /// <summary>By title.</summary>
    public required IReadOnlyList<InductionPolicyLine> Policies { get; init; }

    /// <summary>In the order in which they were recorded.</summary>
    public required IReadOnlyList<InductionTalkLine> Talks { get; init; }

    /// <summary>Talks of the pack that both sides have not confirmed: "Fire and first aid: where the exits are; due 4 December 2026".</summary>
    public required IReadOnlyList<string> OpenTalks { get; init; }

    /// <summary>SHA-256 of the last entry of the evidence; null while it is empty.</summary>
    public string? EvidenceHeadHash { get; init; }

    /// <summary>What to know of the evidence before relying on it, one sentence each: that a key was lost, or that the clock was set back.</summary>
    public IReadOnlyList<string> EvidenceWarnings { get; init; } = [];

    /// <summary>True prints that the people are invented.</summary>
    public bool IsDemonstration { get; init; }
}
