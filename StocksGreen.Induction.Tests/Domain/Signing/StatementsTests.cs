using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Signing;

public sealed class StatementsTests
{
    [Fact]
    public void The_statements_name_the_policy_the_school_the_version_and_its_date() =>
        Assert.Equal(
            new Statements(
                Read: "I have had access to the Visitors Policy of Stocks Green Primary School (version 1, published 14 September 2026) and I have read "
                    + "its contents.",
                Understood: "I have understood the contents of the Visitors Policy of Stocks Green Primary School (version 1, published 14 September 2026).",
                Consent: "I agree to sign electronically: my typed name counts as my signature on paper.",
                Button: "Sign this policy"
            ),
            For(SmallPolicy.Version(TestSchool.Monday))
        );

    [Fact]
    public void A_school_that_the_policy_does_not_name_is_not_invented() =>
        Assert.Equal(
            "I have understood the contents of the Visitors Policy (version 3, published 14 September 2026).",
            For(SmallPolicy.Version(TestSchool.Monday, SmallPolicy.Text with { School = "" }, number: 3)).Understood
        );

    private static Statements For(PolicyVersion version) => Statements.For(version, Assignment.Whole(version));
}
