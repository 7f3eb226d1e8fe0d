using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Components.Diff;

/// <summary>
/// A part's text as lines that someone reads and that differ wherever the part does: addresses after their links, labels before their items, each row of a
/// table with the names of its columns.
/// </summary>
/// <remarks>Two spaces for each level come before a line, and "- " before a bullet.</remarks>
internal static class ReadableLines
{
    private const int ShortHash = 8;

    /// <param name="markdown">Canonical Markdown of a part, with its heading; null or empty for none.</param>
    public static List<string> Of(string? markdown)
    {
        var text = markdown ?? "";
        // Raw: "## 4.1 Reputation", "", "- All members of staff are *advised*": the heading is shown elsewhere.
        var body = text.StartsWith('#') ? text[(text.IndexOf('\n', StringComparison.Ordinal) is var end && end < 0 ? text.Length : end)..] : text;
        var (blocks, notes) = BlockMarkdown.ParseWithNotes(body);
        return [.. blocks.SelectMany(block => Lines(block, 0)), .. notes.Select(note => $"Note {note.Mark}: {Words(note.Text)}")];
    }

    private static IEnumerable<string> Lines(Block block, int depth)
    {
        var margin = new string(' ', 2 * depth);
        return block switch
        {
            Paragraph paragraph => [margin + Words(paragraph.Text)],
            Subheading heading => [margin + Words(heading.Text)],
            BulletList list => list.Items.SelectMany(item => Lines(item, $"{margin}- ", depth)),
            NumberedList list => list.Items.SelectMany(item => Lines(item, $"{margin}  {item.Label} ", depth)),
            Table table => Rows(table).Select(row => margin + row),
            Picture picture => [margin + Words(picture)],
            Callout box => box.Blocks.SelectMany(inner => Lines(inner, depth + 1)).Prepend($"{margin}In a box:"),
            _ => [],
        };
    }

    private static IEnumerable<string> Lines(ListItem item, string start, int depth) =>
        item.Nested.SelectMany(block => Lines(block, depth + 1)).Prepend(start + Words(item.Text));

    private static IEnumerable<string> Rows(Table table)
    {
        var places = table.Places();
        var names = places
            .Where(place => place.Row < table.HeaderRows)
            .SelectMany(place => Enumerable.Range(place.Column, place.Cell.Columns).Select(column => (column, Words: Words(place.Cell))))
            .Where(name => name.Words.Length > 0)
            .ToLookup(name => name.column, name => name.Words);
        yield return table.Caption.Markdown.Length > 0 ? $"Table: {Words(table.Caption)}" : "Table";
        foreach (var row in places.GroupBy(place => place.Row))
        {
            var isHeader = row.Key < table.HeaderRows;
            yield return string.Join(
                " | ",
                row.Select(place =>
                    (isHeader || !names[place.Column].Any() ? "" : string.Join(", ", names[place.Column]) + ": ")
                    + (Words(place.Cell) is { Length: > 0 } words ? words : "(empty)")
                    + Span(place.Cell)
                )
            );
        }
    }

    private static string Span(TableCell cell) =>
        (cell.Columns > 1 ? $" (over {cell.Columns} columns)" : "") + (cell.Rows > 1 ? $" (over {cell.Rows} rows)" : "");

    private static string Words(TableCell cell) =>
        string.Join(
            " / ",
            cell.Blocks.SelectMany(block => Lines(block, 0)).Select(line => line.TrimStart() is ['-', ' ', .. var item] ? $"• {item}" : line.Trim())
        );

    private static string Words(Picture picture)
    {
        var what = picture.Alt switch
        {
            _ when picture.IsPage => "the page as the school published it",
            null => "not described",
            "" => "decorative",
            var alt => alt,
        };
        return $"Picture: {what} (file {picture.Sha256[..ShortHash]})";
    }

    private static string Words(RichText text)
    {
        var runs = text.Runs;
        return string.Concat(
            runs.Select((run, i) => Words(run) + (run.Link is { } link && (i + 1 == runs.Count || runs[i + 1].Link != link) ? $" ({link})" : ""))
        );
    }

    private static string Words(TextRun run) =>
        run.IsNoteMark ? $"[note {run.Text}]"
        : run.Style.HasFlag(TextStyle.Superscript) ? ShiftedDigits.Find(run.Text, isRaised: true) ?? run.Text
        : run.Style.HasFlag(TextStyle.Subscript) ? ShiftedDigits.Find(run.Text, isRaised: false) ?? run.Text
        : run.Text;
}
