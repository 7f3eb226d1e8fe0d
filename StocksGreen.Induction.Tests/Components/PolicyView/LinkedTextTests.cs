using Bunit;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Components.PolicyView;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Tests.Components.PolicyView;

/// <summary>The list of linked policies as a reader sees it.</summary>
public sealed class LinkedTextTests : BunitContext
{
    private static readonly Policy Behaviour = new(PolicyId.New(), "Behaviour Policy");
    private static readonly Policy Bullying = new(PolicyId.New(), "Anti-Bullying Policy");

    private static readonly LinkedPolicy[] Links =
    [
        new("Behaviour", Behaviour, null),
        new("Behaviour policy", Behaviour, null),
        new("Anti-bullying policy", Bullying, "its review is overdue"),
        new("Complaints", null, null),
        new("Whistleblowing", null, null),
    ];

    [Theory]
    [InlineData("Behaviour policy")]
    [InlineData("BEHAVIOUR POLICY;")]
    [InlineData("Behaviour policy – see also the home-school agreement")]
    public void A_line_that_names_a_policy_in_force_leads_to_it(string line)
    {
        var text = Show(line);

        Assert.Equal((Urls.LibraryPolicy(Behaviour.Id), line), (text.Find("a").GetAttribute("href"), text.Find("a").TextContent));
        Assert.Empty(text.FindAll("span"));
    }

    [Fact]
    public void A_policy_whose_review_is_overdue_says_so_next_to_its_link()
    {
        var text = Show("Anti-bullying policy");

        Assert.Equal(Urls.LibraryPolicy(Bullying.Id), text.Find("a").GetAttribute("href"));
        Assert.Equal("(its review is overdue)", text.Find("span").TextContent.Trim());
    }

    [Theory]
    [InlineData("Complaints")]
    [InlineData("Whistleblowing.")]
    public void A_policy_that_the_school_has_not_published_is_named_as_such(string line)
    {
        var text = Show(line);

        Assert.Empty(text.FindAll("a"));
        Assert.Equal("(not published here)", text.Find("span").TextContent.Trim());
    }

    [Theory]
    [InlineData("As our behaviour policy says, be kind.")]
    [InlineData("Behaviour policy-making is the governors’ work.")]
    [InlineData("Behaviours that worry you are reported.")]
    public void A_sentence_that_only_speaks_of_a_policy_stays_as_it_is(string line) => Show(line).MarkupMatches(line);

    private IRenderedComponent<LinkedText> Show(string line) =>
        Render<LinkedText>(parameters => parameters.Add(view => view.Text, RichText.FromPlainText(line)).Add(view => view.Links, Links));
}
