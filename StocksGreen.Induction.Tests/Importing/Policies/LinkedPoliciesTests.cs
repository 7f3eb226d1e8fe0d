namespace StocksGreen.Induction.Tests.Importing.Policies;

public class LinkedPoliciesTests
{
    [Theory]
    [InlineData("- Behaviour policy\n- Visitors (including contractors)", "Behaviour policy|Visitors (including contractors)")]
    [InlineData("- Behaviour policy;\n- Complaints policy; and\n- Equality.", "Behaviour policy|Complaints policy|Equality")]
    [InlineData("It links with:\n\n- Behaviour policy\n\n- Complaints policy", "Behaviour policy|Complaints policy")]
    [InlineData(
        "- It links with several policies:\n  - Behaviour policy\n  - Curriculum policies, such as: Computing, Art",
        "Behaviour policy|Curriculum policies, such as: Computing, Art"
    )]
    [InlineData(
        "It should be read in conjunction with our Behaviour policy, the Complaints policy and the Health and Safety policy.",
        "Behaviour policy|Complaints policy|Health and Safety policy"
    )]
    [InlineData("See also: Behaviour policy (pupils, visitors), Complaints policy.", "Behaviour policy (pupils, visitors)|Complaints policy")]
    [InlineData("Behaviour policy\n\nComplaints policy", "Behaviour policy|Complaints policy")]
    [InlineData("Behaviour Policy; Complaints Policy; Equality Policy", "Behaviour Policy|Complaints Policy|Equality Policy")]
    [InlineData("- Behaviour policy\n- Behaviour policy", "Behaviour policy")]
    [InlineData("See also our Health and Safety Policy and our Fire Policy.", "Health and Safety Policy|Fire Policy")]
    [InlineData("We keep to the law.", "")]
    [InlineData("- Safeguarding is the business of everyone who works in or visits the school.", "")]
    public void Titles_are_taken_as_printed(string section, string titles) =>
        Assert.Equal(titles.Split('|', StringSplitOptions.RemoveEmptyEntries), Links("Links with other policies", section), StringComparer.Ordinal);

    [Theory]
    [InlineData("Related policies")]
    [InlineData("Linked documents")]
    [InlineData("Links")]
    [InlineData("Links to other policies and guidance")]
    [InlineData("Other relevant policies")]
    [InlineData("Associated policies and procedures")]
    [InlineData("Policies to be read in conjunction")]
    public void The_section_has_many_names(string title) => Assert.Equal(["Behaviour policy"], Links(title, "- Behaviour policy"));

    [Fact]
    public void A_key_detail_may_be_the_list() =>
        Assert.Equal(
            ["Safeguarding", "Staff Code of Conduct", "Complaints"],
            Imports
                .Imported("Visitors Policy\n\nLinked policies: Safeguarding; Staff Code of Conduct; Complaints\n\n1. Aims\n\nWe aim to be kind.\n")
                .Policy.LinkedPolicies
        );

    [Fact]
    public void A_heading_without_a_number_in_the_last_section_leads_the_list() =>
        Assert.Equal(
            ["Exclusions policy", "Safeguarding policy"],
            Imports
                .Imported(
                    "Visitors Policy\n\n1. Aims\n\nWe aim to be kind.\n\n2. Monitoring\n\nThe head reviews this policy.\n\nLinks with other "
                        + "policies\n\nThis policy is linked to the following policies\n- Exclusions policy\n- Safeguarding policy\n"
                )
                .Policy.LinkedPolicies
        );

    [Theory]
    [InlineData("Policy aims")]
    [InlineData("Policy monitoring and review")]
    [InlineData("Responding to policy breaches")]
    [InlineData("Links with the community")]
    [InlineData("Guidance")]
    public void No_other_section_gives_links(string title) => Assert.Empty(Links(title, "Good links matter.\n\n- Monthly meetings"));

    [Theory]
    [InlineData("It is based on KCSIE 2024.", "KCSIE 2024")]
    [InlineData("We act in line with Keeping Children Safe in Education (September 2024).", "KCSIE 2024")]
    [InlineData("It follows ‘Keeping children safe in education’ (KCSIE, 2025) and local advice.", "KCSIE 2025")]
    [InlineData("It reflects KCSIE 2024/25.", "KCSIE 2024")]
    [InlineData("See *Keeping Children Safe in Education* 2025 for more.", "KCSIE 2025")]
    [InlineData("It is based on KCSIE 2025. Staff had read KCSIE 2023 before.", "KCSIE 2025")]
    [InlineData("It is based on the law.", null)]
    [InlineData("It takes KCSIE into account. In 2024 it was new.", null)]
    [InlineData("It takes KCSIE and 2024 visits into account.", null)]
    public void The_edition_is_the_one_that_the_policy_claims(string text, string? edition) =>
        Assert.Equal(edition, Imports.Imported($"Visitor Policy\n\n1. Aims\n\n{text}").Policy.BasedOn);

    [Fact]
    public void Two_editions_without_a_claim_are_left_to_the_person()
    {
        var imported = Imports.Imported("Visitor Policy\n\n1. Reading\n\nKCSIE 2023 was long. KCSIE 2024 is longer.");

        Assert.Null(imported.Policy.BasedOn);
        Assert.Equal(["The policy names more than one edition: “KCSIE 2023” and “KCSIE 2024”. None was taken."], imported.Warnings);
    }

    private static IReadOnlyList<string> Links(string title, string section) =>
        Imports.Imported($"Visitor Policy\n\n1. Aims\n\nVisitors are welcome.\n\n2. {title}\n\n{section}\n\n3. Review\n\nEvery year.").Policy.LinkedPolicies;
}
