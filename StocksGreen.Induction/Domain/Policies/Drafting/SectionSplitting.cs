using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Policies.Drafting;

/// <summary>Makes sections of the sub-headings of a section.</summary>
internal static partial class SectionSplitting
{
    /// <summary>The places of the sub-headings at which it can be split: those of its highest level that a section's heading can say in full.</summary>
    internal static IReadOnlyList<int> Places(PolicySection section)
    {
        if (section.Level >= DraftEditing.DeepestLevel)
        {
            return [];
        }

        var found = section.Blocks.Index().Where(each => each.Item is Subheading heading && CanBeTitle(heading)).ToList();
        var highest = found.Select(each => ((Subheading)each.Item).Level).DefaultIfEmpty(0).Min();
        return [.. found.Where(each => ((Subheading)each.Item).Level == highest).Select(each => each.Index)];
    }

    internal static DraftEdited Split(PolicyContent text, int at)
    {
        var section = text.Sections[at];
        var parts = Parts(section);
        return parts.Count == 1
            ? new DraftEdited.Refused([
                new ValidationError($"Sections[{at}]", $"“{section.Heading}” has no sub-headings at which it can be split. Open it to split it by hand."),
            ])
            : new DraftEdited.Done(
                text with
                {
                    Sections = [.. text.Sections.Take(at), .. parts, .. text.Sections.Skip(at + 1)],
                },
                $"Split “{section.Heading}” at its sub-headings"
            );
    }

    /// <summary>Every section that is too long, and what it was split into where that is still too long.</summary>
    internal static DraftEdited SplitAll(PolicyContent text)
    {
        var sections = text.Sections.SelectMany(SplitLong).ToList();
        var count = Sittings.Long(text).Count;
        return count == 0
            ? new DraftEdited.Refused([new ValidationError("Structure", $"No section with sub-headings has more than {Sittings.MostWords} words.")])
            : new DraftEdited.Done(text with { Sections = sections }, $"Split {(count == 1 ? "1 long section" : $"{count} long sections")} at sub-headings");
    }

    private static IEnumerable<PolicySection> SplitLong(PolicySection section)
    {
        if (PolicyMarkdown.WordsOf(section) <= Sittings.MostWords)
        {
            return [section];
        }

        var parts = Parts(section);
        return parts.Count == 1 ? parts : parts.SelectMany(SplitLong);
    }

    private static List<PolicySection> Parts(PolicySection section)
    {
        var places = Places(section);
        if (places.Count == 0)
        {
            return [section];
        }

        var parts = new List<PolicySection> { section with { Blocks = [.. section.Blocks.Take(places[0])] } };
        foreach (var (index, place) in places.Index())
        {
            var heading = (Subheading)section.Blocks[place];
            var end = index + 1 < places.Count ? places[index + 1] : section.Blocks.Count;
            var inside = section.Blocks.Skip(place + 1).Take(end - place - 1);
            var words = Numbered().Match(heading.Text.PlainText.Trim());
            parts.Add(
                new PolicySection(
                    words.Groups["number"].Value.TrimEnd('.'),
                    words.Groups["title"].Value,
                    section.Level + 1,
                    [.. inside.Select(block => block is Subheading deeper ? deeper with { Level = Math.Max(1, deeper.Level - heading.Level) } : block)]
                )
                {
                    Pages = section.Pages,
                }
            );
        }

        // A note goes with its mark; one whose mark stands nowhere stays where it was.
        var marks = parts.ConvertAll(part => DraftEditing.MarksIn(part.Blocks));
        return
        [
            .. parts.Select(
                (part, index) =>
                    part with
                    {
                        Notes =
                        [
                            .. section.Notes.Where(note => marks[index].Contains(note.Mark) || (index == 0 && !marks.Exists(each => each.Contains(note.Mark)))),
                        ],
                    }
            ),
        ];
    }

    // A section's heading is plain words: a link, a note's mark or a raised figure would be lost in it.
    private static bool CanBeTitle(Subheading heading) =>
        heading.Text.PlainText.Trim() is { Length: > 0 and <= DraftEditing.LongestTitle } words
        && !words.Any(char.IsControl)
        && heading.Text.Runs.All(run => !run.IsNoteMark && run.Link is null && (run.Style & (TextStyle.Superscript | TextStyle.Subscript)) == TextStyle.Plain);

    // Raw: "4.1.2 Recording", "3. Our aims"; "2024 in figures" is no number of a section.
    [GeneratedRegex(
        @"^(?:(?<number>\d{1,2}(?:\.\d{1,2}){0,5}\.?)\s+(?=\p{L}))?(?<title>.+)$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Numbered();
}
