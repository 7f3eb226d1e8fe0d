using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Policies.Fidelity;

/// <summary>Pages that are published as pictures: a person writes or confirms the words of each, and of exactly those words.</summary>
public static class PagePoints
{
    /// <summary>A point for each part that shows a page.</summary>
    public static IEnumerable<FidelityPoint> In(PolicyContent text) => BySection(text).Select(each => each.Point);

    /// <summary>The same with the place of the section, from 0; -1 for the opening.</summary>
    public static IEnumerable<(int Section, FidelityPoint Point)> BySection(PolicyContent text)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var parts = text
            .Sections.Select(section => (section.Blocks, section.Notes, Where: $"under {section.Heading}"))
            .Prepend((text.Preamble, text.PreambleNotes, "opening"));
        foreach (var (index, (blocks, notes, where)) in parts.Index())
        {
            if (PagePictures.In(blocks).FirstOrDefault() is { } picture)
            {
                // Two empty pages may be one picture.
                var nth = seen[picture.Sha256] = seen.GetValueOrDefault(picture.Sha256) + 1;
                var words = Words(blocks, notes);
                yield return (
                    index - 1,
                    new FidelityPoint(
                        $"G{picture.Sha256}{(nth == 1 ? "" : $".{nth}")}",
                        FidelityKind.PageText,
                        words.Length == 0 ? "" : Sha256Hex.Compute(words),
                        where
                    )
                );
            }
        }
    }

    private static string Words(IReadOnlyList<Block> blocks, IReadOnlyList<Note> notes) => PolicyMarkdown.Blocks(PagePictures.Words(blocks), notes).Trim();
}
