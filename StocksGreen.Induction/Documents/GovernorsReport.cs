using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Documents;

/// <summary>What governors see: counts only, and no field that could hold the name of a member of staff.</summary>
public sealed record GovernorsReport
{
    public required string School { get; init; }

    /// <summary>The day the figures are of; the same day gives the same figures.</summary>
    public required DateOnly AsAt { get; init; }

    public required DateTimeOffset ProducedAt { get; init; }

    /// <summary>By which rule school days are counted where no term dates were known; null where they were.</summary>
    public string? CalendarNote { get; init; }

    public required StandingFigures Overall { get; init; }

    public required IReadOnlyList<NamedFigures> ByAudience { get; init; }

    public required IReadOnlyList<NamedFigures> ByPolicy { get; init; }

    public required OverdueByAge Overdue { get; init; }

    public required IReadOnlyList<PolicyReviewLine> Reviews { get; init; }

    /// <summary>Entries in the evidence log.</summary>
    public required long EvidenceEntries { get; init; }

    /// <summary>SHA-256 of the last entry; null while the log is empty.</summary>
    public string? EvidenceHeadHash { get; init; }

    /// <summary>True prints that the people behind the figures are invented.</summary>
    public bool IsDemonstration { get; init; }
}
