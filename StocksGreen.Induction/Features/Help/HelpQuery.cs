using StocksGreen.Induction.Domain.Access;

namespace StocksGreen.Induction.Features.Help;

/// <summary>The guide, which comes with the program: to each person what concerns them.</summary>
public sealed class HelpQuery
{
    private readonly Lazy<IReadOnlyList<GuideArticle>> articles = new(() =>
        [.. GuideContents.Pages.Select(page => GuideMarkdown.Parse(page.Name, page.Readers, Read(page.Name)))]
    );

    /// <returns>In the guide's order.</returns>
    public IReadOnlyList<GuideArticle> Contents(Actor actor) => [.. articles.Value.Where(article => GuideContents.MayRead(actor, article.Readers))];

    /// <returns>Null where there is no such page, and where it is not for this person.</returns>
    public GuideArticle? Find(Actor actor, string name) =>
        Contents(actor).SingleOrDefault(article => string.Equals(article.Name, name, StringComparison.OrdinalIgnoreCase));

    private static string Read(string name)
    {
        using var stream =
            typeof(HelpQuery).Assembly.GetManifestResourceStream($"Guide/{name}.md") ?? throw new InvalidOperationException($"Guide/{name}.md is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
