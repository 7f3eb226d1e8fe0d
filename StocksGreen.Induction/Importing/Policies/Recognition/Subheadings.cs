using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Makes deep headings of a long document headings inside their sections, which are read and confirmed with these.</summary>
/// <remarks>
/// A section is a screen that someone confirms. Short policies keep every heading as one, because their outline is what staff know. From about forty on,
/// a third level ("4.1.2 Recording") splits into screens of a few lines, so that it stays inside the section of the second level that it belongs to.
/// </remarks>
internal static class Subheadings
{
    private const int MostSections = 40;
    private const int DeepestSection = 2;

    /// <returns>As many lines as before; the headings that are sections.</returns>
    public static (IReadOnlyList<SourceLine> Lines, List<Heading> Headings) Demote(IReadOnlyList<SourceLine> lines, List<Heading> headings)
    {
        // What stands under no section of its own has no section to be in.
        if (headings.Count <= MostSections || headings[0].Level > DeepestSection)
        {
            return (lines, headings);
        }

        var changed = lines.ToArray();
        foreach (var heading in headings.Where(heading => heading.Level > DeepestSection))
        {
            var words = heading.Number.Length == 0 ? heading.Title : $"{heading.Number} {heading.Title}";
            var level = Math.Clamp(heading.Level - DeepestSection, 1, Subheading.Deepest);
            changed[heading.FirstLine] = lines[heading.FirstLine] with
            {
                Kind = LineKind.Block,
                HashLevel = 0,
                Block = new Subheading(RichText.FromPlainText(words), level),
            };
            for (var i = heading.FirstLine + 1; i <= heading.LastLine; i++)
            {
                changed[i] = SourceLine.Blank(lines[i].Page) with { IsWhole = lines[i].IsWhole };
            }
        }

        return (changed, headings.FindAll(heading => heading.Level <= DeepestSection));
    }
}
