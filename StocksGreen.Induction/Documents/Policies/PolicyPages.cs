using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Documents.Policies;

/// <summary>A policy's text as blocks: key details, what stands before the sections, and the sections, with bookmarks.</summary>
internal static class PolicyPages
{
    private const int SectionsBeginAt = 2; // the policy's title is heading 1

    /// <param name="pictureOf">The bytes of a picture by its SHA-256, null where they are not to be had; null prints descriptions in their places.</param>
    public static IEnumerable<FlowBlock> Compose(PolicyContent policy, Func<string, ReadOnlyMemory<byte>?>? pictureOf = null)
    {
        var pictures = new PrintedPictures(pictureOf ?? (_ => null));
        if (policy.KeyDetails.Count > 0 || policy.Preamble.Count > 0)
        {
            yield return new Heading(SectionsBeginAt, "Key details") { BookmarkLevel = 1 };
            yield return SharedText.Details(
                Typography.Cell,
                policy.KeyDetails.Select(detail => (detail.Name, (GridCell)SharedText.OrNotRecorded(detail.Value)))
            ) with
            {
                Columns = [new GridColumn(Heading: null, 40), new GridColumn(Heading: null, 60)],
            };
        }

        foreach (var block in new PrintedSection("0", SectionsBeginAt, policy.PreambleNotes, pictures).Compose(policy.Preamble))
        {
            yield return block;
        }

        foreach (var (at, section) in policy.Sections.Index())
        {
            var level = section.Level + SectionsBeginAt - 1;
            yield return new Heading(level, section.Heading) { BookmarkLevel = Math.Max(1, section.Level) };
            foreach (var block in new PrintedSection(FormattableString.Invariant($"{at + 1}"), level, section.Notes, pictures).Compose(section.Blocks))
            {
                yield return block;
            }
        }
    }
}
