namespace StocksGreen.Induction.Documents.Reports;

/// <summary>Where one policy stands in its cycle of review.</summary>
/// <param name="NextReview">"October 2025"; null where the policy does not say.</param>
/// <param name="Status">In words: "In force, review overdue".</param>
public sealed record PolicyReviewLine(string Title, string Version, string? NextReview, string Status, bool IsOverdue)
{
    /// <summary>True in the month in which the review is due.</summary>
    public bool IsDueThisMonth { get; init; }
}
