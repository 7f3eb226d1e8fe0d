using System.Globalization;
using System.Text;
using StocksGreen.Induction.Documents.Lettering;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>What a document says, and which of its characters no face can draw: they are named at its end, so that no one takes a sign for a letter.</summary>
internal static class DocumentWords
{
    private const int MostNamed = 20;

    /// <returns>Nothing where all can be drawn.</returns>
    public static IEnumerable<FlowBlock> NoteOnMissing(IEnumerable<FlowBlock> blocks)
    {
        var missing = blocks.SelectMany(Of).SelectMany(FontSet.Undrawable).CountBy(character => character).OrderBy(each => each.Key).ToList();
        if (missing.Count == 0)
        {
            yield break;
        }

        var total = missing.Sum(each => each.Value);
        var named = string.Join(", ", missing.Take(MostNamed).Select(each => Name(each.Key, each.Value)));
        yield return new Gap(8);
        yield return new TextBlock(
            Typography.Note,
            (
                total == 1
                    ? "1 character of this paper cannot be printed; � stands in its place: "
                    : $"{SharedText.Number(total)} characters of this paper cannot be printed; � stands in their places: "
            )
                + named
                + (missing.Count > MostNamed ? $" and {SharedText.Number(missing.Count - MostNamed)} others." : ".")
        );
    }

    private static string Name(Rune character, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"U+{character.Value:X4}{(count == 1 ? "" : $" ({count} times)")}");

    private static IEnumerable<string> Of(FlowBlock block) =>
        block switch
        {
            Heading heading => heading.Runs is { } runs ? Of(runs) : [heading.Text],
            TextBlock text => Of(text.Runs),
            Bullets bullets => bullets.Entries.SelectMany(Of),
            ItemList list => list.Entries.SelectMany(entry => (IEnumerable<string>)[entry.Label, .. Of(entry.Runs), .. entry.Nested.SelectMany(Of)]),
            Box box => box.Blocks.SelectMany(Of),
            BlockTable table => [.. Of(table.Caption), .. table.Cells.SelectMany(cell => cell.Blocks.SelectMany(Of))],
            Grid grid => [.. grid.Columns.Select(column => column.Heading ?? ""), .. grid.Rows.SelectMany(row => row.SelectMany(cell => Of(cell.Runs)))],
            Figure figure => figure.SideText.SelectMany(Of),
            Panels panels => panels.Boxes.SelectMany(box => box.SelectMany(Of)),
            _ => [],
        };

    private static IEnumerable<string> Of(BulletEntry entry) => [.. Of(entry.Runs), .. entry.Nested.SelectMany(Of)];

    private static IEnumerable<string> Of(IReadOnlyList<Run> runs) => runs.Select(run => run.Text);
}
