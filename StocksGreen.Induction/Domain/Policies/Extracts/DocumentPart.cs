using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Domain.Policies.Extracts;

/// <summary>A top heading of a text with all that stands under it: what is chosen or left out as one.</summary>
/// <param name="First">Place of the section with the heading, from 0.</param>
/// <param name="Count">How many sections it has, itself counted.</param>
/// <param name="Words">Its own and those of its sub-sections.</param>
/// <param name="Minutes">How long reading it takes, tables and pictures counted.</param>
/// <param name="Pages">From its first page to its last; null where not known.</param>
public sealed record DocumentPart(int First, int Count, string Heading, int Words, int Minutes, PageSpan? Pages)
{
    /// <summary>The parts in printed order; none where the text has no sections.</summary>
    public static IReadOnlyList<DocumentPart> Of(PolicyContent text)
    {
        var printed = PolicyMarkdown.Parts(text); // the key details come first
        var parts = new List<DocumentPart>();
        for (var first = 0; first < text.Sections.Count; )
        {
            var end = first + 1;
            while (end < text.Sections.Count && text.Sections[end].Level > text.Sections[first].Level)
            {
                end++;
            }

            var inside = printed.Skip(first + 1).Take(end - first).ToList();
            parts.Add(
                new DocumentPart(
                    first,
                    end - first,
                    text.Sections[first].Heading,
                    inside.Sum(part => part.Words),
                    ReadingTime.MinutesFor(inside.Sum(part => part.WordsToRead)),
                    text.Sections.Skip(first).Take(end - first).Select(section => section.Pages).Aggregate(PageSpan.Around)
                )
            );
            first = end;
        }

        return parts;
    }
}
