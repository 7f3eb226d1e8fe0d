using StocksGreen.Induction.Data.Configurations;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Data.Configurations;

/// <summary>Published texts stay in the file as they were written, and <c>evidence verify</c> asks for every byte.</summary>
public sealed class PolicyTextJsonTests
{
    [Fact]
    public void A_policy_is_stored_in_the_form_in_which_it_always_was() =>
        Assert.Equal(
            """{"title":"Visitors Policy","school":"Stocks Green Primary School","keyDetails":["""
                + """{"name":"Designated Safeguarding Lead","value":"Peter Hipkiss"},{"name":"Named Governor","value":"June Cooke"}],"preamble":["""
                + """{"block":"paragraph","text":"Read *and* understand it."}],"sections":[{"number":"1","title":"Arriving","level":1,"blocks":["""
                + """{"block":"paragraph","text":"Sign in at the office."}],"notes":[]},{"number":"1.1","title":"Badges","level":2,"blocks":["""
                + """{"block":"bullets","items":[{"label":"","text":"Wear a badge:","nested":["""
                + """{"block":"bullets","items":[{"label":"","text":"where it can be seen.","nested":[]}]}]}]}],"notes":[]}],"linkedPolicies":["""
                + "\"Child protection policy\"],\"basedOn\":\"KCSIE 2024\",\"nextReview\":\"2025-10\",\"preambleNotes\":[]}",
            PolicyTextJson.Write(SmallPolicy.Text)
        );
}
