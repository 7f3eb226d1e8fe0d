using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Features.Policies;
using StocksGreen.Induction.Tests.Importing.Policies;

namespace StocksGreen.Induction.Tests.Features.Policies;

public sealed class SamplePoliciesTests
{
    private static readonly (string Linked, string Title)[] Answers =
    [
        ("Anti-bullying policy", "Anti-bullying Policy"),
        ("Acceptable Use Policies (AUP)", "Acceptable Use Policies"),
        ("Behaviour policy", "Behaviour Policy"),
        ("Child protection including online safety policy", "Child Protection including Online Safety Policy"),
        ("Staff Code of conduct", "Staff Code of Conduct"),
        ("Confidentiality policy", "Confidentiality Policy"),
        ("Curriculum policies", "Curriculum Policy"),
        ("GDPR and Data Protection", "GDPR and Data Protection Policy"),
        ("Mobile and smart technology", "Mobile and Smart Technology Policy"),
        ("Governors Code of Conduct", "Governors Code of Conduct"),
    ];

    public static TheoryData<string> Files => [.. SamplePolicies.FileNames];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_sample_is_read_whole_says_that_it_is_one_and_names_nobody_but_the_demonstrations_people(string file)
    {
        var imported = SamplePolicies.Read(file);
        var policy = imported.Policy;

        Assert.Empty(imported.Warnings);
        Assert.Equal("Stocks Green Primary School", policy.School);
        Assert.NotNull(policy.NextReview);
        Assert.NotNull(policy.Owner);
        Assert.NotNull(policy.Committee);
        Assert.Equal(
            Enumerable.Range(1, policy.Sections.Count(section => section.Level == 1)).Select(number => $"{number}"),
            policy.Sections.Where(section => section.Level == 1).Select(section => section.Number)
        );
        Assert.StartsWith("Sample text for the demonstration", Assert.IsType<Paragraph>(policy.Preamble[0]).Text.PlainText, StringComparison.Ordinal);
        Assert.All(
            policy.Sections,
            section => Assert.True(section.Blocks.Count > 0 || policy.Sections.SkipWhile(other => other != section).Skip(1).First().Level == 2, section.Heading)
        );
        Assert.DoesNotContain("Hipkiss", PolicyOutline.Of(imported), StringComparison.Ordinal);
        Assert.DoesNotContain("Cooke", PolicyOutline.Of(imported), StringComparison.Ordinal);
        Assert.Contains(policy.Owner!.Split(',')[0], DemoStaffList.People.Select(person => person.FullName).Append(DemoStaffList.Headteacher));
    }

    [Fact]
    public void Each_title_that_the_Social_Media_Policy_links_with_is_answered_by_one_sample()
    {
        var school = SamplePolicies.FileNames.Select(file => new Policy(PolicyId.New(), SamplePolicies.Read(file).Policy.Title)).ToList();
        var linked = SamplePolicy.Read().Policy.LinkedPolicies;

        Assert.Equal(Answers.Select(answer => answer.Title), linked.Select(title => LinkedPolicy.Answer(title, school)?.Title));
        Assert.All(linked.Zip(Answers), pair => Assert.StartsWith(pair.Second.Linked, pair.First, StringComparison.OrdinalIgnoreCase));
    }
}
