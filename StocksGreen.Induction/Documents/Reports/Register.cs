using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>Who stands where with which policy, by name: for the headteacher and the office only.</summary>
public sealed record Register
{
    public required string School { get; init; }

    /// <summary>That the school used on the day of the paper; null for none.</summary>
    public RasterImage? Crest { get; init; }

    /// <summary>The day the rows are of.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>False while that day is not over.</summary>
    public bool IsDayOver { get; init; } = true;

    /// <summary>When the last entry of the evidence was written that the register knows; the file's only time.</summary>
    public required DateTimeOffset LastEntryAt { get; init; }

    /// <summary>By which rule school days are counted where no term dates were known; null where they were.</summary>
    public string? CalendarNote { get; init; }

    public required StandingFigures Overall { get; init; }

    /// <summary>In the order to be printed.</summary>
    public required IReadOnlyList<RegisterRow> Rows { get; init; }

    /// <summary>Policies whose full review was overdue on that day: "Social Media Policy, since October 2025".</summary>
    public IReadOnlyList<string> OverdueReviews { get; init; } = [];

    /// <summary>Which rows these are, where not all: "Social Media Policy, overdue only"; null for all.</summary>
    public string? Scope { get; init; }

    /// <summary>What to know of the evidence before relying on it, one sentence each: that a key was lost, or that the clock was set back.</summary>
    public IReadOnlyList<string> EvidenceWarnings { get; init; } = [];

    /// <summary>True prints that the people are invented.</summary>
    public bool IsDemonstration { get; init; }
}
