using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Makes headings that only divide a section headings inside it, which are read and confirmed with these.</summary>
/// <remarks>
/// A section is a screen that someone confirms. A heading with a number is one, because staff know it by its number; from about fifty on, a third level
/// ("4.1.2 Recording") splits into screens of a few lines. A heading without one divides its section from the third level on, and
/// where it is deeper than a numbered section above it.
/// </remarks>
internal static partial class Subheadings
{
    private const int MostSections = 50;
    private const int DeepestSection = 2;
    private const int LeastNumbered = 3;

    /// <returns>As many lines as before; the headings that are sections.</returns>
    public static (IReadOnlyList<SourceLine> Lines, List<Heading> Headings) Demote(IReadOnlyList<SourceLine> lines, List<Heading> headings)
    {
        var underNumbered = UnderNumbered(headings);
        var (changed, sections) = Demote(
            lines,
            headings,
            heading =>
                heading.Number.Length == 0
                && lines[heading.FirstLine].IsWhole
                && (heading.IsInside || heading.Level > DeepestSection || underNumbered.Contains(heading))
        );
        // What stands under no section of its own has no section to be in.
        return sections.Count <= MostSections || sections[0].Level > DeepestSection
            ? (changed, sections)
            : Demote(changed, sections, heading => heading.Level > DeepestSection);
    }

    /// <summary>Raw: "7.2 Identifying pupils" and then "Assess", "Plan", smaller and without numbers, in a policy whose sections have numbers.</summary>
    private static HashSet<Heading> UnderNumbered(List<Heading> headings)
    {
        var found = new HashSet<Heading>(ReferenceEqualityComparer.Instance);
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
                found.Add(heading);
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
        Func<Heading, bool> isInside
    )
    {
        var changed = lines.ToArray();
        var sections = new List<Heading>();
        foreach (var heading in headings)
        {
            if (sections.Count == 0 || !isInside(heading))
            {
                sections.Add(heading);
                continue;
            }

            var words = heading.Number.Length == 0 ? heading.Title : $"{heading.Number} {heading.Title}";
            var level = Math.Clamp(heading.Level - Math.Min(sections[^1].Level, DeepestSection), 1, Subheading.Deepest);
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

        return (changed, sections);
    }
}
