using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Tests.Domain.Policies;

public sealed class LinkedPolicyTests
{
    private static readonly string[] School = [
        "Anti-Bullying Policy", "ICT Acceptable Use Policy", "Behaviour Policy", "Child Protection including Online Safety Policy", "Staff Code of Conduct", "Confidentiality Policy",
        "Curriculum Policy", "GDPR and Data Protection Policy", "Mobile and Smart Technology Policy", "Governors’ Code of Conduct", "Attendance Policy"];

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
    [InlineData("Child protection policy", "Child Protection including Online Safety Policy")]
    [InlineData("Whistleblowing policy", null)]
    [InlineData("Code of conduct", null)]
    [InlineData("Policy", null)]
    [InlineData("", null)]
    public void A_printed_title_finds_the_schools_own_policy_or_none_and_never_one_of_two(string printed, string? title) =>
        Assert.Equal(title, LinkedPolicy.Answer(printed, [.. School.Select(each => new Policy(PolicyId.New(), each))])?.Title);
}
