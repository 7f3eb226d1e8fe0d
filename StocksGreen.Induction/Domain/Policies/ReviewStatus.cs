using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>How a policy's next full review stands on a day. An overdue review does not take a policy out of force.</summary>
/// <param name="NextReview">Month in which the review is due; null where the policy does not say.</param>
/// <param name="IsOverdue">True from the first day after that month.</param>
/// <param name="Warning">How near the last day of that month is; <see cref="ReviewWarning.None"/> when it is past.</param>
public sealed record ReviewStatus(ReviewMonth? NextReview, bool IsOverdue, ReviewWarning Warning = ReviewWarning.None)
{
    /// <param name="today">Date in Europe/London.</param>
    public static ReviewStatus Create(ReviewMonth? nextReview, DateOnly today) =>
        nextReview is { } month ? new(nextReview, today > month.LastDay, WarningOf(month.LastDay, today)) : new(null, IsOverdue: false);

    /// <summary>For a table or a certificate: "Full review overdue since October 2025".</summary>
    public string Phrase =>
        NextReview switch
        {
            null => "Review date not recorded",
            { } month when IsOverdue => $"Full review overdue since {month.ToWords()}",
            { } month => $"Next full review {month.ToWords()}",
        };

    /// <summary>For a reader, when overdue: what was due and what it means for them.</summary>
    public string Notice =>
        NextReview is { } month && IsOverdue
            ? $"This policy’s full review was due in {month.ToWords()}. It stays in force until a new version is published."
            : Phrase + ".";

    private static ReviewWarning WarningOf(DateOnly lastDay, DateOnly today) =>
        today switch
        {
            _ when today > lastDay => ReviewWarning.None,
            _ when today >= lastDay.AddDays(-1) => ReviewWarning.OneDay,
            _ when today >= lastDay.AddDays(-7) => ReviewWarning.OneWeek,
            _ when today >= lastDay.AddMonths(-1) => ReviewWarning.OneMonth,
            _ when today >= lastDay.AddMonths(-2) => ReviewWarning.TwoMonths,
            _ => ReviewWarning.None,
        };
}
