using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

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
            Subheading heading => new TextBlock(Typography.Body, [.. Convert(heading.Text).Select(run => run with { IsBold = true })]),
            BulletList list => new Bullets([.. list.Items.Select(Convert)]),
            NumberedList list => new Bullets([.. list.Items.Select(Convert)]),
            _ => new Bullets([.. BlockText.Texts(block).Select(text => new BulletEntry(Convert(text), []))]),
        };

    private static BulletEntry Convert(ListItem item) =>
        new(
            [.. item.Label.Length == 0 ? [] : (Run[])[new Run(item.Label + " ")], .. Convert(item.Text)],
            [
                .. item.Nested.SelectMany(block =>
                    block switch
                    {
                        BulletList list => list.Items.Select(Convert),
                        NumberedList list => list.Items.Select(Convert),
                        _ => BlockText.Texts(block).Select(text => new BulletEntry(Convert(text), [])),
                    }
                ),
            ]
        );

    /// <summary>What a policy emphasises it underlines: "read <u>and</u> understood".</summary>
    private static List<Run> Convert(RichText text) => [.. text.Runs.Select(run => new Run(run.Text) { IsUnderlined = run.IsEmphasised })];
}
