using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Makes headings that only divide a section headings inside it, which are read and confirmed with these.</summary>
/// <remarks>
/// A section is a screen that someone confirms. A heading with a number is one, because staff know it by its number; from about fifty on, a third level
/// ("4.1.2 Recording") splits into screens of a few lines. A heading without one divides its section from the third level on, and
/// where sections have numbers also where only its letters make it a heading. On a printed page its size is all that is known, and one more size is no third
/// level: there it divides a numbered section that it is smaller than. One rule for both was tried and finds fewer sections in documents it was not made on.
/// </remarks>
internal static partial class Subheadings
{
    private const int MostSections = 50;
    private const int DeepestSection = 2;
    private const int LeastNumbered = 3;

    /// <param name="isByLook">True where headings are known by how they are set on the page; a smaller one without a number only divides its section.</param>
    /// <returns>As many lines as before; the headings that are sections.</returns>
    public static (IReadOnlyList<SourceLine> Lines, List<Heading> Headings) Demote(IReadOnlyList<SourceLine> lines, List<Heading> headings, bool isByLook)
    {
        var top = headings.Where(heading => heading.Level == 1).ToList();
        var hasNumbers = top.Count(heading => heading.Number.Length > 0) * 2 > top.Count;
        Dictionary<Heading, int> underNumbered = isByLook ? UnderNumbered(headings) : [];
        var (changed, sections) = Demote(
            lines,
            headings,
            heading => underNumbered.ContainsKey(heading) || (!isByLook && Divides(lines[heading.FirstLine], heading, hasNumbers))
        );
        // What stands under no section of its own has no section to be in.
        return sections.Count <= MostSections || sections[0].Level > DeepestSection
            ? (changed, sections)
            : Demote(changed, sections, heading => heading.Level > DeepestSection);
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

    private static bool Divides(SourceLine line, Heading heading, bool hasNumbers) =>
        heading.Number.Length == 0
        && line.IsWhole
        && (heading.IsInside || (line.HashLevel > 0 ? heading.Level > DeepestSection : heading.Level > 1 && hasNumbers && !IsStage(heading.Title)));

    // Raw: "Stage 1: informal resolution": staff know it by its number.
    private static bool IsStage(string title) =>
        Words.Split(title) is [var first, var second, ..]
        && first.ToUpperInvariant() is "STAGE" or "STEP" or "PHASE" or "LEVEL" or "TIER" or "CAM"
        && (char.IsAsciiDigit(second[0]) || SectionLabel.TryRead($"Part {second.TrimEnd(':', '.')}") is not null);

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
