using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Policies;

public sealed class LinkedPolicyTests
{
    private static readonly string[] School =
    [
        "Anti-Bullying Policy",
        "ICT Acceptable Use Policy",
        "Behaviour Policy",
        "Child Protection including Online Safety Policy",
        "Staff Code of Conduct",
        "Confidentiality Policy",
        "Curriculum Policy",
        "GDPR and Data Protection Policy",
        "Mobile and Smart Technology Policy",
        "Governors’ Code of Conduct",
        "Attendance Policy",
    ];

    private static readonly string[] Neighbour =
    [
        "Antibullying",
        "Acceptable Use Agreement",
        "Behaviour and Relationships Policy",
        "Child Protection and Safeguarding Policy",
        "Staff Behaviour (Code of Conduct) Policy",
        "The Confidentiality Policy",
        "Data Protection (GDPR) Policy",
        "Code of Conduct for Governors",
        "Visitor Policy",
        "Special Educational Needs (SEND) and Inclusion Policy",
    ];

    [Theory]
    [InlineData("Anti-bullying policy", "Anti-Bullying Policy")]
    [InlineData("Acceptable Use Policies (AUP)", "ICT Acceptable Use Policy")]
    [InlineData("Behaviour policy", "Behaviour Policy")]
    [InlineData("Child protection including online safety policy", "Child Protection including Online Safety Policy")]
    [InlineData("Staff Code of conduct", "Staff Code of Conduct")]
    [InlineData("Confidentiality policy", "Confidentiality Policy")]
    [InlineData("Curriculum policies, such as: Computing, Personal Social and Health Education (PSHE)", "Curriculum Policy")]
    [InlineData("GDPR and Data Protection", "GDPR and Data Protection Policy")]
    [InlineData("Data Protection (GDPR)", "GDPR and Data Protection Policy")]
    [InlineData("Mobile and smart technology", "Mobile and Smart Technology Policy")]
    [InlineData("Governors Code of Conduct", "Governors’ Code of Conduct")]
    [InlineData("Child protection policy", "Child Protection including Online Safety Policy")]
    [InlineData("Whistleblowing policy", null)]
    [InlineData("Code of conduct", null)]
    [InlineData("Policy", null)]
    [InlineData("", null)]
    public void A_printed_title_finds_the_schools_own_policy_or_none_and_never_one_of_two(string printed, string? title) =>
        Assert.Equal(title, Answer(printed, School));

    [Theory]
    [InlineData("Anti-bullying policy", "Antibullying")]
    [InlineData("Acceptable Use Policies (AUP)", "Acceptable Use Agreement")]
    [InlineData("Acceptable use agreements", "Acceptable Use Agreement")]
    [InlineData("Behaviour policy", null)]
    [InlineData("Child protection including online safety policy", null)]
    [InlineData("Child protection policy", "Child Protection and Safeguarding Policy")]
    [InlineData("Confidentiality policy", "The Confidentiality Policy")]
    [InlineData("GDPR and Data Protection", "Data Protection (GDPR) Policy")]
    [InlineData("Governors Code of Conduct", "Code of Conduct for Governors")]
    [InlineData("VISITORS’ POLICY", "Visitor Policy")]
    [InlineData("Spécial educational needs and inclusion (SEND)", "Special Educational Needs (SEND) and Inclusion Policy")]
    [InlineData("Policy: visitors", "Visitor Policy")]
    public void Another_schools_titles_are_found_through_hyphens_brackets_plurals_and_accents(string printed, string? title) =>
        Assert.Equal(title, Answer(printed, Neighbour));

    [Fact]
    public void Two_policies_of_one_title_answer_for_neither() => Assert.Null(Answer("Behaviour policy", ["Behaviour Policy", "Behaviour policy"]));

    [Fact]
    public void A_linked_policy_says_when_it_is_out_of_date_and_when_the_school_has_none()
    {
        var (overdue, old, good) = (
            Published("Visitors Policy", new ReviewMonth(2025, 10), null),
            Published("Behaviour Policy", new ReviewMonth(2027, 10), "KCSIE 2024"),
            Published("Uniform Policy", new ReviewMonth(2027, 10), "KCSIE 2025")
        );
        EditionInForce[] editions = [new(Guid.NewGuid(), TestSchool.Monday, "KCSIE", 2025, new DateOnly(2025, 9, 1), "Ruth Pemberton")];

        Assert.Equal(
            [
                new LinkedPolicy("Visitors policy", overdue.Policy, "its review is overdue"),
                new LinkedPolicy("Behaviour policy", old.Policy, "it is based on KCSIE 2024, which has been superseded"),
                new LinkedPolicy("Uniform policy", good.Policy, null),
                new LinkedPolicy("Whistleblowing policy", null, null),
            ],
            LinkedPolicy.Match(
                ["Visitors policy", "Behaviour policy", "Uniform policy", "Whistleblowing policy"],
                [overdue, old, good],
                editions,
                new DateOnly(2026, 9, 14)
            )
        );
    }

    private static string? Answer(string printed, string[] titles) =>
        LinkedPolicy.Answer(printed, [.. titles.Select(each => new Policy(PolicyId.New(), each))])?.Title;

    private static (Policy Policy, PolicyVersion Version) Published(string title, ReviewMonth review, string? basedOn)
    {
        var policy = new Policy(PolicyId.New(), title);
        return (
            policy,
            SmallPolicy.Version(TestSchool.Monday, SmallPolicy.Text with { Title = title, NextReview = review, BasedOn = basedOn }, policy: policy.Id)
        );
    }
}
