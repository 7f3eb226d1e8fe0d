using StocksGreen.Induction.Documents;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reporting;

/// <summary>What the page of reports shows of today, before any paper is made.</summary>
/// <param name="Reviews">Of each policy in force, by title.</param>
/// <param name="CalendarNote">By which rule school days are counted where no term dates are known; null where they are.</param>
public sealed record ReportsBoard(StandingFigures Overall, IReadOnlyList<PolicyReviewLine> Reviews, string? CalendarNote);
