using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Tests.Domain.Policies;

public sealed class ReviewStatusTests
{
    private static readonly ReviewMonth October = new(2025, 10);

    [Fact]
    public void A_review_due_in_October_is_in_time_to_the_last_day_of_October()
    {
        var status = ReviewStatus.Create(October, new DateOnly(2025, 10, 31));

        Assert.Equal(new ReviewStatus(October, IsOverdue: false, ReviewWarning.OneDay), status);
        Assert.Equal("Next full review October 2025", status.Phrase);
        Assert.Equal("Next full review October 2025.", status.Notice);
    }

    [Fact]
    public void It_is_overdue_from_the_first_of_November_and_the_policy_stays_in_force()
    {
        var status = ReviewStatus.Create(October, new DateOnly(2025, 11, 1));

        Assert.Equal(new ReviewStatus(October, IsOverdue: true), status);
        Assert.Equal("Full review overdue since October 2025", status.Phrase);
        Assert.Equal("This policy’s full review was due in October 2025. It stays in force until a new version is published.", status.Notice);
    }

    [Fact]
    public void A_policy_that_names_no_review_is_never_overdue()
    {
        var status = ReviewStatus.Create(null, new DateOnly(2099, 1, 1));

        Assert.Equal(new ReviewStatus(null, IsOverdue: false), status);
        Assert.Equal("Review date not recorded", status.Phrase);
        Assert.Equal("Review date not recorded.", status.Notice);
    }

    [Fact]
    public void A_month_ends_on_its_own_last_day_in_leap_years_too()
    {
        Assert.Equal(new DateOnly(2028, 2, 29), new ReviewMonth(2028, 2).LastDay);
        Assert.Equal(new DateOnly(2027, 2, 28), ReviewMonth.Parse("2027-02").LastDay);
        Assert.Equal(("2025-10", "October 2025"), (October.ToString(), October.ToWords()));
    }

    [Theory]
    [InlineData("October 2025")]
    [InlineData("2025-13")]
    [InlineData("2025-1")]
    [InlineData("")]
    public void What_is_no_month_is_not_read_as_one(string text) => Assert.Throws<FormatException>(() => ReviewMonth.Parse(text));

    [Theory]
    [InlineData("2025-08-30", ReviewWarning.None)]
    [InlineData("2025-08-31", ReviewWarning.TwoMonths)]
    [InlineData("2025-09-29", ReviewWarning.TwoMonths)]
    [InlineData("2025-09-30", ReviewWarning.OneMonth)]
    [InlineData("2025-10-23", ReviewWarning.OneMonth)]
    [InlineData("2025-10-24", ReviewWarning.OneWeek)]
    [InlineData("2025-10-29", ReviewWarning.OneWeek)]
    [InlineData("2025-10-30", ReviewWarning.OneDay)]
    [InlineData("2025-10-31", ReviewWarning.OneDay)]
    [InlineData("2025-11-01", ReviewWarning.None)]
    public void A_review_is_warned_of_two_months_one_month_a_week_and_a_day_before(string today, ReviewWarning warning) =>
        Assert.Equal(
            warning,
            ReviewStatus.Create(October, DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Warning
        );
}
