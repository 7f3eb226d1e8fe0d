using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Documents.Certificates;

/// <summary>A policy's text as blocks: key details, what stands before the sections, and the sections, with bookmarks.</summary>
internal static class PolicyPages
{
    private const int SectionsBeginAt = 2; // the policy's title is heading 1

    public static IEnumerable<FlowBlock> Compose(PolicyContent policy)
    {
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

        foreach (var block in policy.Preamble)
        {
            yield return Convert(block);
        }

        foreach (var section in policy.Sections)
        {
            yield return new Heading(section.Level + SectionsBeginAt - 1, section.Heading) { BookmarkLevel = Math.Max(1, section.Level) };
            foreach (var block in section.Blocks)
            {
                yield return Convert(block);
            }
        }
    }

    private static FlowBlock Convert(Block block) =>
        block switch
        {
            Paragraph paragraph => new TextBlock(Typography.Body, Convert(paragraph.Text)),
            BulletList list => new Bullets([.. list.Bullets.Select(Convert)]),
            _ => throw new ArgumentException($"A policy's block of kind {block.GetType().Name} has no form in print.", nameof(block)),
        };

    private static BulletEntry Convert(Bullet bullet) => new(Convert(bullet.Text), [.. bullet.Nested.Select(Convert)]);

    /// <summary>What a policy emphasises it underlines: "read <u>and</u> understood".</summary>
    private static List<Run> Convert(RichText text) => [.. text.Runs.Select(run => new Run(run.Text) { IsUnderlined = run.IsEmphasised })];
}
