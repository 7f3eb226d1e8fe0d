using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Makes deep headings of a long document headings inside their sections, which are read and confirmed with these.</summary>
/// <remarks>
/// A section is a screen that someone confirms. Where sections have numbers, a smaller heading without one belongs to the section that it stands in. Else
/// short policies keep every heading as a section, because their outline is what staff know. From about forty on,
/// a third level ("4.1.2 Recording") splits into screens of a few lines, so that it stays inside the section of the second level that it belongs to.
/// </remarks>
internal static partial class Subheadings
{
    private const int MostSections = 40;
    private const int DeepestSection = 2;
    private const int LeastNumbered = 3;

    /// <returns>As many lines as before; the headings that are sections.</returns>
    public static (IReadOnlyList<SourceLine> Lines, List<Heading> Headings) Demote(IReadOnlyList<SourceLine> lines, List<Heading> headings)
    {
        (lines, headings) = Demote(lines, headings, UnderNumbered(headings));
        // What stands under no section of its own has no section to be in.
        if (headings.Count <= MostSections || headings[0].Level > DeepestSection)
        {
            return (lines, headings);
        }

        return Demote(
            lines,
            headings,
            headings.Where(heading => heading.Level > DeepestSection).ToDictionary(heading => heading, _ => DeepestSection, EqualityComparer<Heading>.Default)
        );
    }

    /// <summary>Raw: "7.2 Identifying pupils" and then "Assess", "Plan", smaller and without numbers, in a policy whose sections have numbers.</summary>
    /// <returns>Each with the level of the section that it stands in.</returns>
    private static Dictionary<Heading, int> UnderNumbered(List<Heading> headings)
    {
        var found = new Dictionary<Heading, int>(ReferenceEqualityComparer.Instance);
        var numbered = headings.Count(heading => heading.Label is { Kind: LabelKind.Decimal or LabelKind.Section or LabelKind.Letter or LabelKind.Roman });
        Heading? section = null;
        foreach (var heading in numbered < LeastNumbered ? [] : headings)
        {
            if (heading.Number.Length > 0 || section is null || heading.Level <= section.Level || CountsItself().IsMatch(heading.Title))
            {
                section = heading;
            }
            else if (section.Label is { Kind: not (LabelKind.Part or LabelKind.Appendix) })
            {
                found.Add(heading, section.Level);
            }
        }

        return found;
    }

    // Raw: "Stage 1: the class teacher", "Form B"
    [GeneratedRegex(
        @"^(stage|step|level|phase|tier|form|template|cam)\s+(\d|[A-Z]\b|one\b|two\b|three\b|four\b|five\b)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CountsItself();

    private static (IReadOnlyList<SourceLine> Lines, List<Heading> Headings) Demote(
        IReadOnlyList<SourceLine> lines,
        List<Heading> headings,
        Dictionary<Heading, int> demoted
    )
    {
        var changed = lines.ToArray();
        foreach (var (heading, above) in demoted)
        {
            var words = heading.Number.Length == 0 ? heading.Title : $"{heading.Number} {heading.Title}";
            var level = Math.Clamp(heading.Level - above, 1, Subheading.Deepest);
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

        return (changed, headings.FindAll(heading => !demoted.ContainsKey(heading)));
    }
}
