using System.Globalization;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Components.PolicyView;

/// <summary>The addresses by which the marks of one part and its notes lead to each other.</summary>
/// <remarks>A mark may stand several times: each has an address of its own, and the note leads back to each.</remarks>
public sealed class NoteLinks
{
    private const int MostBackLinks = 20;

    private readonly Dictionary<string, (int Note, List<string> Lines)> marks = new(StringComparer.Ordinal);
    private readonly HashSet<(string Mark, int At)> taken = [];
    private readonly string page;
    private readonly string key;

    /// <param name="page">Address of the page, without a fragment.</param>
    /// <param name="key">Sets this part apart from others on the page: "part-3".</param>
    public NoteLinks(IReadOnlyList<Block> blocks, IReadOnlyList<Note> notes, string page, string key)
    {
        (this.page, this.key) = (page, key);
        foreach (var (index, note) in notes.Index())
        {
            marks.TryAdd(note.Mark, (index + 1, []));
        }

        if (marks.Count == 0)
        {
            return;
        }

        foreach (var text in blocks.SelectMany(Lines))
        {
            foreach (var run in text.Runs.Where(run => run.IsNoteMark && marks.ContainsKey(run.Text)))
            {
                marks[run.Text].Lines.Add(text.Markdown);
            }
        }
    }

    /// <summary>The id of a note; null for a second note with the same mark, to which nothing leads.</summary>
    public string? NoteId(int index, Note note) =>
        marks[note.Mark].Note == index + 1 ? string.Create(CultureInfo.InvariantCulture, $"{key}-note-{index + 1}") : null;

    /// <summary>Where each mark of a note stands, first to last; the first twenty of a note that is marked more often.</summary>
    public IReadOnlyList<string> BackTo(Note note) =>
        [.. Enumerable.Range(1, Math.Min(marks[note.Mark].Lines.Count, MostBackLinks)).Select(at => $"{page}#{MarkId(note.Mark, at)}")];

    /// <summary>Gives a mark in a line its own id and the address of its note; null where no note has this mark.</summary>
    public (string Id, string Address)? Take(string line, string mark)
    {
        if (!marks.TryGetValue(mark, out var note))
        {
            return null;
        }

        for (var at = 0; at < note.Lines.Count; at++)
        {
            if (note.Lines[at] == line && taken.Add((mark, at)))
            {
                return (MarkId(mark, at + 1), string.Create(CultureInfo.InvariantCulture, $"{page}#{key}-note-{note.Note}"));
            }
        }

        return null;
    }

    private string MarkId(string mark, int at) => string.Create(CultureInfo.InvariantCulture, $"{key}-mark-{marks[mark].Note}-{at}");

    private static IEnumerable<RichText> Lines(Block block) =>
        block switch
        {
            Paragraph paragraph => [paragraph.Text],
            Subheading heading => [heading.Text],
            BulletList list => list.Items.SelectMany(Lines),
            NumberedList list => list.Items.SelectMany(Lines),
            Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Blocks.SelectMany(Lines)).Prepend(table.Caption),
            Callout box => box.Blocks.SelectMany(Lines),
            _ => [],
        };

    private static IEnumerable<RichText> Lines(ListItem item) => item.Nested.SelectMany(Lines).Prepend(item.Text);
}
