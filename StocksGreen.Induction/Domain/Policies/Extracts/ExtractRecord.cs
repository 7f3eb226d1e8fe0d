using System.Globalization;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Domain.Policies.Extracts;

/// <summary>What is sealed with a version that is only some parts of its document.</summary>
/// <param name="Document">Title of the document.</param>
/// <param name="Headings">The top headings of the version.</param>
/// <param name="Pages">On which pages of the document its text stands; null where they are not recorded.</param>
/// <param name="LeftOut">What was left out.</param>
/// <param name="ChosenBy">As at choosing.</param>
/// <param name="ChosenAt">UTC.</param>
public sealed record ExtractRecord(
    string Document,
    IReadOnlyList<string> Headings,
    IReadOnlyList<PageSpan>? Pages,
    IReadOnlyList<LeftOutPart> LeftOut,
    string ChosenBy,
    DateTimeOffset ChosenAt
)
{
    // A certificate has one line or two for it; all of them are sealed.
    private const int MostHeadings = 6;

    /// <summary>"Part one, Annex B of Keeping children safe in education, pages 7–22".</summary>
    public string ToWords()
    {
        var separator = Headings.Any(heading => heading.Contains(',', StringComparison.Ordinal)) ? "; " : ", ";
        var more = Headings.Count - MostHeadings;
        return string.Join(separator, Headings.Take(MostHeadings))
            + (more > 0 ? $"{separator}{more.ToString(CultureInfo.InvariantCulture)} more {(more == 1 ? "part" : "parts")}" : "")
            + $" of {Document}, {(Pages is null ? "pages not recorded" : PageSpan.ToWords(Pages))}";
    }

    /// <summary>As the text stands when it is published, whatever was changed since the choice.</summary>
    public static ExtractRecord From(DraftExtract extract, PolicyContent text)
    {
        var pages = PageSpan.Join(text.Sections.Select(section => section.Pages).OfType<PageSpan>());
        return new ExtractRecord(
            extract.Document,
            [.. DocumentPart.Of(text).Select(part => part.Heading)],
            pages.Count == 0 ? null : pages,
            extract.LeftOut,
            extract.By,
            extract.At
        );
    }
}
