using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Policies.Drafting;

/// <summary>Makes sub-headings of short sub-sections, which are then read and confirmed with the section that they stand under.</summary>
internal static class SectionJoining
{
    internal static DraftEdited KeepTogether(PolicyContent text)
    {
        var (together, joined) = Join(text);
        return joined.Count == 0
            ? new DraftEdited.Refused([new ValidationError("Structure", $"No short sub-section can be kept together with the section above it.")])
            : new DraftEdited.Done(together, $"Kept {(joined.Count == 1 ? "1 short sub-section" : $"{joined.Count} short sub-sections")} as sub-headings");
    }

    /// <summary>
    /// From the deepest level up: each short sub-section joins the section above it, as long as all sub-sections before it have and one sitting holds them.
    /// Under a heading without any text the first sub-section joins whatever its length, so that no one confirms an empty screen. The order of the
    /// text never changes.
    /// </summary>
    /// <returns>The text, and the headings that are sub-headings now, in printed order.</returns>
    internal static (PolicyContent Text, IReadOnlyList<string> Joined) Join(PolicyContent text)
    {
        var sections = text.Sections.Select((section, at) => new Joining(section, PolicyMarkdown.WordsOf(section), at)).ToList();
        var joined = new SortedDictionary<int, string>();
        for (var level = sections.Select(each => each.Section.Level).DefaultIfEmpty(1).Max(); level > 1; level--)
        {
            var next = new List<Joining>(sections.Count);
            foreach (var (index, each) in sections.Index())
            {
                // Sub-sections of its own that still stand below it would lose the heading they stand under.
                var isFollowed = index + 1 < sections.Count && sections[index + 1].Section.Level > level;
                // What stands right above is its parent, or a sibling of it that has joined already.
                if (each.Section.Level == level && !isFollowed && next is [.., var above] && above.Section.Level < level && MayJoin(above, each))
                {
                    joined[each.At] = each.Section.Heading;
                    next[^1] = above with { Section = Joined(above.Section, each.Section), Words = above.Words + each.Words };
                }
                else
                {
                    next.Add(each);
                }
            }

            sections = next;
        }

        return (text with { Sections = [.. sections.Select(each => each.Section)] }, [.. joined.Values]);
    }

    private static bool MayJoin(Joining above, Joining one) =>
        (one.Words <= Sittings.FewWords || above.Section.Blocks.Count == 0)
        && above.Words + one.Words <= Sittings.MostWords
        && !one.Section.Notes.Any(note => above.Section.Notes.Any(other => other.Mark == note.Mark && other != note));

    private static PolicySection Joined(PolicySection above, PolicySection one)
    {
        var deeper = Math.Max(1, one.Level - above.Level);
        var inside = one.Blocks.Select(block =>
            block is Subheading heading ? heading with { Level = Math.Min(Subheading.Deepest, heading.Level + deeper) } : block
        );
        return above with
        {
            Blocks =
            [
                .. above.Blocks,
                .. one.Heading.Length == 0 ? Array.Empty<Block>() : [new Subheading(RichText.FromPlainText(one.Heading), Math.Min(Subheading.Deepest, deeper))],
                .. inside,
            ],
            Notes = [.. above.Notes.Concat(one.Notes).Distinct()],
            Pages = PageSpan.Around(above.Pages, one.Pages),
        };
    }

    private sealed record Joining(PolicySection Section, int Words, int At);
}
