using AngleSharp.Html.Parser;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Features.Help;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Features.Help;

/// <summary>The guide's files as pages.</summary>
public sealed class GuideArticleTests
{
    public static TheoryData<string> Names => [.. GuideContents.Pages.Select(page => page.Name)];

    [Fact]
    public void Every_file_of_the_guide_is_a_page_and_every_page_a_file() =>
        Assert.Equal(
            Directory.GetFiles(Repository.Guide).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
            GuideContents.Pages.Select(page => page.Name + ".md").Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_leads_only_to_places_that_its_readers_may_see(string name)
    {
        var article = Read(name);
        foreach (var link in new HtmlParser().ParseDocument(article.Html).QuerySelectorAll("a").Select(link => link.GetAttribute("href")!))
        {
            var (target, place) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
            var page = GuideContents.Pages.Single(page => Urls.HelpOn(page.Name) == target);
            Assert.True(
                article.Readers == page.Readers || page.Readers is GuideReaders.Everyone || AreTheSamePeople(article, page.Readers),
                $"{name} leads its readers to {page.Name}, which is not there for them."
            );
            Assert.True(place is null || new HtmlParser().ParseDocument(Read(page.Name).Html).GetElementById(place) is not null, link);
        }
    }

    [Fact]
    public void Markdown_becomes_a_page_with_anchors_boxed_tables_and_addresses_of_the_program()
    {
        var article = GuideMarkdown.Parse(
            "office",
            GuideReaders.Office,
            """
            # The `office`

            What it does
            each day.

            ## Each day

            See [mail](settings.md#mail), [above](#each-day) and [a site](https://example.org/a.md).

            | setting | default |
            |---|---|
            | a | b |

                dotnet run
            """
        );

        Assert.Equal(("The office", "What it does each day."), (article.Title, article.Lead));
        Assert.Equal(
            """
            <h2 id="each-day">Each day</h2>
            <p>See <a href="/help/settings#mail">mail</a>, <a href="/help/office#each-day">above</a> and <a href="https://example.org/a.md">a site</a>.</p>
            <div class="help__box" role="group" aria-label="Table" tabindex="0">
            <table class="table">
            <thead>
            <tr>
            <th scope="col">setting</th>
            <th scope="col">default</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td>a</td>
            <td>b</td>
            </tr>
            </tbody>
            </table>
            </div>
            <pre tabindex="0"><code>dotnet run
            </code></pre>

            """.ReplaceLineEndings("\n"),
            article.Html
        );
    }

    [Fact]
    public void Html_in_a_page_is_shown_and_means_nothing() =>
        Assert.Equal(
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p>a &lt;b&gt;b&lt;/b&gt;</p>\n",
            GuideMarkdown.Parse("office", GuideReaders.Office, "# T\n\nL\n\n<script>alert(1)</script>\n\na <b>b</b>\n").Html
        );

    [Theory]
    [InlineData("No title\n\nText")]
    [InlineData("# Title\n\n## No paragraph")]
    public void A_file_without_a_title_and_a_paragraph_is_no_page(string markdown) =>
        Assert.Throws<InvalidOperationException>(() => GuideMarkdown.Parse("office", GuideReaders.Office, markdown));

    private static GuideArticle Read(string name)
    {
        var page = GuideContents.Pages.Single(page => page.Name == name);
        return GuideMarkdown.Parse(name, page.Readers, File.ReadAllText(Path.Combine(Repository.Guide, name + ".md")));
    }

    /// <summary>Those who work in the office are those who look after the server.</summary>
    private static bool AreTheSamePeople(GuideArticle article, GuideReaders target) =>
        (article.Readers, target) is (GuideReaders.Office, GuideReaders.Operators) or (GuideReaders.Operators, GuideReaders.Office);
}
