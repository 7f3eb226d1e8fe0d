using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>What the headings of a page are: the title of the policy, or sections of some depth.</summary>
internal sealed partial class HtmlHeadings
{
    private readonly int shift;
    private readonly IElement? title;

    /// <param name="outside">The main heading that stands outside of the document; null where there is none.</param>
    internal HtmlHeadings(IElement root, IElement? outside)
    {
        var headings = root.QuerySelectorAll("h1, h2, h3, h4, h5, h6, p.title").ToList();
        if (outside is not null)
        {
            headings.Insert(0, outside);
        }

        var named = headings.Find(IsTitle);
        var main = headings.FindAll(heading => heading.LocalName == "h1");
        title = named ?? (main is [var only] && ReferenceEquals(headings[0], only) ? only : null);
        var highest = headings.Where(heading => heading != title && heading.LocalName != "p").Select(LevelOf).DefaultIfEmpty(1).Min();
        shift = 2 - highest;
    }

    /// <returns>1 for the title, 2 for a section, 3 for one under it; 0 for what is no heading.</returns>
    internal int Of(IElement element) =>
        element == title ? 1
        : element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" ? Math.Max(IsTitle(element) ? 1 : 2, LevelOf(element) + shift)
        : IsTitle(element) ? 1
        : 0;

    /// <summary>Words with a space behind the number that they begin with. Raw: "4.1Trustees", "5.Lawful bases" of LibreOffice.</summary>
    internal static string PartNumber(string words) => GluedNumber().Replace(words, "${number} ");

    [GeneratedRegex(
        @"^(?<number>(\d{1,3}\.)+(\d{1,3})?)(?=\p{L})",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex GluedNumber();

    // Raw: <p class="c12 title">, <h1 class="title">, <p class=MsoTitle>
    private static bool IsTitle(IElement element) =>
        element.LocalName is "p" or "h1" && (element.ClassList.Contains("title") || element.ClassList.Contains("MsoTitle"));

    private static int LevelOf(IElement heading) => heading.LocalName[1] - '0';
}
