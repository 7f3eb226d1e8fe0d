using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Tests.Importing.Policies;

public class ReviewDateTests
{
    [Theory]
    [InlineData("October 2025", "2025-10")]
    [InlineData("1st October 2025", "2025-10")]
    [InlineData("1 October, 2025", "2025-10")]
    [InlineData("Oct 25", "2025-10")]
    [InlineData("Sept 2026", "2026-09")]
    [InlineData("01/10/2025", "2025-10")]
    [InlineData("13.02.26", "2026-02")]
    [InlineData("10/2025", "2025-10")]
    [InlineData("2025-10-01", "2025-10")]
    [InlineData("2025-10", "2025-10")]
    [InlineData("October 2025 or sooner if the guidance changes", "2025-10")]
    [InlineData("Hydref 2025", "2025-10")]
    [InlineData("Wednesday 1st October 2025", "2025-10")]
    [InlineData("Oct/Nov 2025", "2025-10")]
    [InlineData("Approved October 2024, next October 2025", "2025-10")]
    [InlineData("October 2025 (last: October 2024)", "2025-10")]
    public void A_month_is_read_however_it_is_written(string value, string month)
    {
        var imported = Import("Date of next full review: " + value);

        Assert.Equal(ReviewMonth.Parse(month), imported.Policy.NextReview);
        Assert.Empty(imported.Warnings);
    }

    [Theory]
    [InlineData("Autumn 2025")]
    [InlineData("Annually")]
    [InlineData("every two years")]
    [InlineData("13/13/2025")]
    [InlineData("45/10/2025")]
    [InlineData("2025")]
    [InlineData("September 2025 and March 2026")]
    [InlineData("May")]
    public void No_month_is_guessed(string value)
    {
        var imported = Import("Date of next full review: " + value);

        Assert.Null(imported.Policy.NextReview);
        Assert.Equal([$"“Date of next full review: {value}” gives no month, so the next review has to be set by hand."], imported.Warnings);
    }

    [Theory]
    [InlineData("Review date")]
    [InlineData("Next review")]
    [InlineData("Next review due")]
    [InlineData("Date for next review")]
    [InlineData("To be reviewed")]
    [InlineData("Review due")]
    [InlineData("Review by")]
    [InlineData("Policy review date")]
    [InlineData("Renewal date")]
    public void A_review_to_come_has_many_names(string name) => Assert.Equal(new ReviewMonth(2025, 10), Import(name + ": October 2025").Policy.NextReview);

    [Theory]
    [InlineData("Last reviewed")]
    [InlineData("Date reviewed")]
    [InlineData("Reviewed by")]
    [InlineData("Previous review")]
    [InlineData("Review committee")]
    [InlineData("Date agreed")]
    public void A_review_that_has_been_is_not_the_next(string name) => Assert.Null(Import(name + ": October 2025").Policy.NextReview);

    [Fact]
    public void The_surest_name_wins_and_a_contradiction_is_mentioned()
    {
        var imported = Import("Review date: May 2024\nNext review: May 2026");

        Assert.Equal(new ReviewMonth(2026, 5), imported.Policy.NextReview);
        Assert.Equal(["The dates of the next review differ: “Next review: May 2026” and “Review date: May 2024”. The first was taken."], imported.Warnings);
    }

    [Fact]
    public void A_policy_that_names_no_review_has_none()
    {
        var imported = Import("Date agreed: May 2024");

        Assert.Null(imported.Policy.NextReview);
        Assert.Empty(imported.Warnings);
    }

    private static StocksGreen.Induction.Importing.Policies.Recognition.ImportOutcome.Imported Import(string details) =>
        Imports.Imported($"Visitor Policy\n\n{details}\n\n1. Aims\n\nVisitors are welcome.");
}
