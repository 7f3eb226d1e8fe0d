using Bunit;
using StocksGreen.Induction.Components.PolicyView;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Tests.Components.PolicyView;

/// <summary>A policy's text as a reader sees it.</summary>
public sealed class PolicyBlocksTests : BunitContext
{
    [Fact]
    public void Bullets_are_lists_nested_as_printed()
    {
        var blocks = Render<PolicyBlocks>(parameters =>
            parameters.Add(
                view => view.Blocks,
                [
                    new Paragraph(RichText.FromMarkdown("All members of staff:")),
                    new BulletList([Bullet("are expected"), Bullet("are accountable", Bullet("at work"), Bullet("at home", Bullet("at night")))]),
                ]
            )
        );

        blocks.MarkupMatches(
            """
            <p dir="auto">All members of staff:</p>
            <ul>
              <li dir="auto">are expected</li>
              <li dir="auto">are accountable<ul><li dir="auto">at work</li><li dir="auto">at home<ul><li dir="auto">at night</li></ul></li></ul></li>
            </ul>
            """
        );
    }

    [Fact]
    public void Emphasis_is_an_element_and_no_sign_of_it_is_left_in_the_words()
    {
        var blocks = Render<PolicyBlocks>(parameters =>
            parameters.Add(view => view.Blocks, [new Paragraph(RichText.FromMarkdown("they have read *and* understood"))])
        );

        blocks.MarkupMatches("<p dir=\"auto\">they have read <em>and</em> understood</p>");
        Assert.Equal("they have read and understood", blocks.Find("p").TextContent);
    }

    [Fact]
    public void Mark_up_in_the_text_of_a_policy_is_shown_and_never_obeyed()
    {
        const string text = "Never post <script>alert(1)</script> or <img src=x onerror=alert(1)> & co.";

        var blocks = Render<PolicyBlocks>(parameters =>
            parameters.Add(view => view.Blocks, [new BulletList([ListItem.Bullet(RichText.FromPlainText(text), [])])])
        );

        Assert.Equal(text, blocks.Find("li").ShownWords());
        Assert.Empty(blocks.FindAll("script, img"));
    }

    private static ListItem Bullet(string markdown, params ListItem[] nested) => ListItem.Bullet(RichText.FromMarkdown(markdown), nested);
}
