using Bunit;
using StocksGreen.Induction.Components.Shell;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Components.Shell;

/// <summary>The head of an office page, and the words that say what was done.</summary>
public sealed class PageBarTests : BunitContext
{
    // Only a browser has the tab that a title is taken from.
    public PageBarTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void A_page_has_one_heading_and_one_action()
    {
        var bar = Render<PageBar>(parameters => parameters.Add(view => view.Title, "People").AddChildContent("<a class='button' href='/x'>Add a person</a>"));

        Assert.Equal("People", Assert.Single(bar.FindAll("h1")).TextContent);
        Assert.Equal("Add a person", Assert.Single(bar.FindAll(".page-bar__action .button")).TextContent);
        Assert.Empty(bar.FindAll(".page__lead"));
    }

    [Theory]
    [InlineData("Stocks Green Primary School", "Stocks Green")]
    [InlineData("St Mary’s Church of England Primary School", "St Mary’s Church of England")]
    [InlineData("Hill Academy", "Hill")]
    [InlineData("School", "School")]
    [InlineData(" School", " School")]
    public void A_tab_has_room_for_the_name_of_a_school_but_not_for_what_kind_it_is(string name, string shown) => Assert.Equal(shown, SchoolText.Short(name));

    [Fact]
    public void What_was_done_is_said_in_a_region_that_is_there_before_and_can_be_undone()
    {
        var message = Render<SavedMessage>();
        Assert.Equal("", message.Find("[role=status]").ShownWords());

        message.Render(parameters =>
            parameters.AddChildContent("Saved: Derek Stanhope leaves on 30 November 2026.").Add(view => view.Undo, "<button>Undo</button>")
        );

        Assert.Equal("Saved: Derek Stanhope leaves on 30 November 2026.", message.Find("[role=status] p").ShownWords());
        Assert.Equal("Undo", message.Find("[role=status] button").ShownWords());
    }
}
