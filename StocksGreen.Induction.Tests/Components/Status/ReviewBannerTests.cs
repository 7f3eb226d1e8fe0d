using Bunit;
using StocksGreen.Induction.Components.Status;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Tests.Components.Status;

/// <summary>The word to readers that a policy is past its review.</summary>
public sealed class ReviewBannerTests : BunitContext
{
    private static readonly ReviewMonth October2025 = new(2025, 10);

    [Fact]
    public void A_policy_past_its_review_says_so_and_that_it_stays_in_force() =>
        Assert.Equal(
            "This policy’s full review was due in October 2025. It stays in force until a new version is published.",
            Banner(ReviewStatus.Create(October2025, new DateOnly(2025, 11, 1))).Find("p").TextContent
        );

    [Fact]
    public void A_policy_in_the_month_of_its_review_says_nothing() =>
        Assert.Equal("", Banner(ReviewStatus.Create(October2025, new DateOnly(2025, 10, 31))).Markup.Trim());

    [Fact]
    public void A_policy_that_names_no_review_says_nothing() => Assert.Equal("", Banner(ReviewStatus.Create(null, new DateOnly(2026, 9, 14))).Markup.Trim());

    private IRenderedComponent<ReviewBanner> Banner(ReviewStatus review) => Render<ReviewBanner>(parameters => parameters.Add(view => view.Review, review));
}
