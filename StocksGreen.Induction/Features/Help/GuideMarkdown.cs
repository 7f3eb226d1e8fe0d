using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StocksGreen.Induction.Components;

namespace StocksGreen.Induction.Features.Help;

/// <summary>Turns a file of the guide into a page.</summary>
internal static partial class GuideMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    /// <param name="markdown">Begins with its title and one paragraph that says what the page is for.</param>
    /// <exception cref="InvalidOperationException">It begins with something else.</exception>
    internal static GuideArticle Parse(string name, GuideReaders readers, string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        if (document is not [HeadingBlock { Level: 1 } title, ParagraphBlock lead, ..])
        {
            throw new InvalidOperationException($"Guide/{name}.md does not begin with a title and a paragraph.");
        }

        document.Remove(title);
        document.Remove(lead);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = AddressOf(name, link.Url ?? "");
        }

        foreach (var table in document.Descendants<Table>())
        {
            table.GetAttributes().AddClass("table");
            foreach (var cell in table.OfType<TableRow>().Where(row => row.IsHeader).SelectMany(row => row.OfType<TableCell>()))
            {
                cell.GetAttributes().AddProperty("scope", "col");
            }
        }

        foreach (var code in document.Descendants<CodeBlock>())
        {
            // It scrolls where it is wider than the page, so the keyboard must reach it.
            code.GetAttributes().AddProperty("tabindex", "0");
        }

        return new GuideArticle(name, readers, PlainText(title), PlainText(lead), ToHtml(document));
    }

    /// <summary>"settings.md#mail" is a page next to this one, and "#mail" a place on it; every other address stays as it is.</summary>
    private static string AddressOf(string name, string url)
    {
        if (url.StartsWith('#'))
        {
            return Urls.HelpOn(name) + url;
        }

        return PageOfGuide().Match(url) is { Success: true } page ? Urls.HelpOn(page.Groups["name"].Value) + page.Groups["place"].Value : url;
    }

    private static string PlainText(LeafBlock block) =>
        string.Concat(
            block
                .Inline!.Descendants()
                .Select(inline =>
                    inline switch
                    {
                        LiteralInline text => text.Content.ToString(),
                        CodeInline code => code.Content,
                        LineBreakInline => " ",
                        _ => "",
                    }
                )
        );

    private static string ToHtml(MarkdownDocument document)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new TableBoxRenderer());
        renderer.ObjectRenderers.FindExact<CodeBlockRenderer>()!.OutputAttributesOnPre = true;
        renderer.Render(document);
        return writer.ToString();
    }

    [GeneratedRegex("^(?<name>[a-z-]+)\\.md(?<place>#[a-z0-9-]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageOfGuide();

    /// <summary>A table that is wider than the page scrolls by itself; the page does not.</summary>
    private sealed class TableBoxRenderer : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.WriteLine("<div class=\"help__box\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">");
            base.Write(renderer, table);
            renderer.WriteLine("</div>");
        }
    }
}
