using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>Running text says who agreed to a policy and when it is reviewed, where no key detail does.</summary>
public class ReviewSentenceTests
{
    [Theory]
    [InlineData("This policy was approved by the Governing Board on 12 July 2026.", "Approved by = Governing Board on 12 July 2026", null)]
    [InlineData("This policy will be reviewed in March 2027, or sooner if the law changes.", "Review = March 2027", "2027-03")]
    [InlineData(
        "The policy has been adopted by the trustees in May 2026 and will be reviewed by June 2028.",
        "Approved by = trustees in May 2026; Review = by June 2028",
        "2028-06"
    )]
    [InlineData("This policy is reviewed annually.", "Review = annually", null)]
    [InlineData("These arrangements are reviewed every two years, next in Spring 2027.", "Review = every two years, next in Spring 2027", null)]
    [InlineData("Our behaviour policy is due for review on 4 May 2027.", "Review = on 4 May 2027", "2027-05")]
    [InlineData("We will look at these rules again in March 2028.", "", "2028-03")]
    [InlineData("This policy will be reviewed in line with new guidance from the local authority.", "", null)]
    [InlineData("The risk assessment will be reviewed in March 2027.", "", null)]
    [InlineData("This policy was approved by the headteacher before each visit.", "", null)]
    public void A_sentence_about_the_policy_gives_a_detail_and_a_month(string sentence, string details, string? month)
    {
        var policy = Imports
            .Imported($"Visitors Policy\n\n1. Aims\n\nWe keep pupils safe.\n\n2. Monitoring\n\nThe office keeps a list.\n\n{sentence}\n")
            .Policy;

        Assert.Equal(details, string.Join("; ", policy.KeyDetails.Select(detail => $"{detail.Name} = {detail.Value}")));
        Assert.Equal(month is null ? null : ReviewMonth.Parse(month), policy.NextReview);
    }

    [Fact]
    public void A_sentence_among_others_gives_a_month_and_no_detail()
    {
        var policy = Imports
            .Imported("Visitors Policy\n\n1. Aims\n\nWe keep pupils safe.\n\n2. Monitoring\n\nWe keep a list. This policy will be reviewed in May 2028.\n")
            .Policy;

        Assert.Empty(policy.KeyDetails);
        Assert.Equal(new ReviewMonth(2028, 5), policy.NextReview);
    }

    [Fact]
    public void A_key_detail_wins_over_a_sentence()
    {
        var policy = Imports
            .Imported("Visitors Policy\n\nApproved by: Staffing Committee\nReview date: May 2028\n\n1. Aims\n\nThis policy will be reviewed in March 2027.\n")
            .Policy;

        Assert.Equal(["Approved by", "Review date"], policy.KeyDetails.Select(detail => detail.Name));
        Assert.Equal(new ReviewMonth(2028, 5), policy.NextReview);
    }

    [Theory]
    [InlineData("Policy owner: School nurse Review: May 2028", 2)]
    [InlineData("Approved: 9 March 2026 Next review date: March 2028", 2)]
    [InlineData("Named Governor with lead responsibility: June Cooke", 1)]
    public void Details_in_one_line_that_only_their_names_part_are_read_one_by_one(string line, int count) =>
        Assert.Equal(count, Imports.Imported($"Visitors Policy\n\n{line}\n\n1. Aims\n\nWe keep pupils safe.\n").Policy.KeyDetails.Count);
}
