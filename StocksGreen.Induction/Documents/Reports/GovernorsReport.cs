using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>What governors see: counts only, and no field that could hold the name of a member of staff.</summary>
/// <remarks>It holds no time of making, so that the report of a past day is the same, byte for byte, whenever it is made; only that a key
/// was lost since is said as well.</remarks>
public sealed record GovernorsReport
{
    public required string School { get; init; }

    /// <summary>That the school used on the day of the paper; null for none.</summary>
    public RasterImage? Crest { get; init; }

    /// <summary>The day the figures are of; the same day gives the same figures.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>False while that day is not over: then more may still happen on it, and the report says so.</summary>
    public bool IsDayOver { get; init; } = true;

    public ReportSpan Span { get; init; } = ReportSpan.Term;

    /// <summary>When the last entry of the evidence was written that the report knows; the file's only time.</summary>
    public required DateTimeOffset LastEntryAt { get; init; }

    /// <summary>By which rule school days are counted where no term dates were known; null where they were.</summary>
    public string? CalendarNote { get; init; }

    public required StandingFigures Overall { get; init; }

    public required IReadOnlyList<NamedFigures> ByAudience { get; init; }

    public required IReadOnlyList<NamedFigures> ByPolicy { get; init; }

    public required OverdueByAge Overdue { get; init; }

    public required IReadOnlyList<PolicyReviewLine> Reviews { get; init; }

    /// <summary>"Autumn term 2026", "School year 2026/27".</summary>
    public required string SpanName { get; init; }

    /// <summary>
    /// How it stood at the end of the term or year before, or, where the evidence does not reach back so far, of the month before; null where it does not reach
    /// even there.
    /// </summary>
    public TrendPoint? Before { get; init; }

    /// <summary>Those who joined since the span began.</summary>
    public StarterFigures NewStarters { get; init; } = StarterFigures.None;

    /// <summary>How signing stood since the span began, oldest first; the last is the day of the report.</summary>
    public IReadOnlyList<TrendPoint> Trend { get; init; } = [];

    /// <summary>Talks that induction packs ask for, of people in post.</summary>
    public StandingFigures Briefings { get; init; } = StandingFigures.None;

    /// <summary>The whole span.</summary>
    public required ActivityCounts Activity { get; init; }

    /// <summary>Each month of it, for the year's report.</summary>
    public IReadOnlyList<ActivityCounts> Months { get; init; } = [];

    /// <summary>What was published in it, oldest first.</summary>
    public IReadOnlyList<PublishedLine> Published { get; init; } = [];

    /// <summary>Entries in the evidence log.</summary>
    public required long EvidenceEntries { get; init; }

    /// <summary>SHA-256 of the last entry; null while the log is empty.</summary>
    public string? EvidenceHeadHash { get; init; }

    /// <summary>SHA-256 of the certificate of the school's first key; null where none is named.</summary>
    public string? FirstKey { get; init; }

    /// <summary>What to know before relying on the evidence, one sentence each: that a key was lost, or that the clock was set back.</summary>
    public IReadOnlyList<string> EvidenceWarnings { get; init; } = [];

    /// <summary>True prints that the people behind the figures are invented.</summary>
    public bool IsDemonstration { get; init; }
}
