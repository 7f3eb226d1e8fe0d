using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>What the page of reports shows of today, before any paper is made.</summary>
/// <param name="Reviews">Of each policy in force, by title.</param>
/// <param name="CalendarNote">By which rule school days are counted where no term dates are known; null where they are.</param>
public sealed record ReportsSummary(StandingFigures Overall, IReadOnlyList<PolicyReviewLine> Reviews, string? CalendarNote);
