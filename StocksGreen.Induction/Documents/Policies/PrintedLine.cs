using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using Style = StocksGreen.Induction.Domain.PolicyText.Blocks.TextStyle;

namespace StocksGreen.Induction.Documents.Policies;

/// <summary>Lines of a section as paper shows them: where a link leads stands after its words, the first time in the section.</summary>
/// <param name="section">Tells the places of its notes from those of other sections.</param>
/// <param name="notes">To which the marks lead.</param>
internal sealed class PrintedLine(string section, IReadOnlyList<Note> notes)
{
    private const int LongestAddress = 400;

    private readonly HashSet<string> printed = new(StringComparer.Ordinal);

    public List<Run> Runs(RichText text)
    {
        var runs = text.Runs;
        var result = new List<Run>();
        var words = "";
        PdfLink? target = null;
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            if (run.Link is not null && (i == 0 || runs[i - 1].Link != run.Link))
            {
                target = Target(run.Link, string.Concat(runs.Skip(i).TakeWhile(next => next.Link == run.Link).Select(next => next.Text)));
            }

            result.Add(
                run.IsNoteMark
                    ? new Run($"[{run.Text}]")
                    {
                        IsRaised = true,
                        StaysTogether = true,
                        Link = notes.Any(note => note.Mark == run.Text) ? PdfLink.ToPlace(PlaceOf(run.Text, "note"), $"Note {run.Text}") : null,
                        Place = PlaceOf(run.Text, "mark"),
                    }
                    : new Run(run.Text)
                    {
                        Link = run.Link is null ? null : target,
                        IsBold = run.Style.HasFlag(Style.Bold),
                        IsItalic = run.Style.HasFlag(Style.Italic),
                        IsUnderlined = run.Style.HasFlag(Style.Underline),
                        IsRaised = run.Style.HasFlag(Style.Superscript),
                        IsLowered = run.Style.HasFlag(Style.Subscript),
                    }
            );
            words = run.Link is null ? "" : words + run.Text;
            if (run.Link is { } link && (i + 1 == runs.Count || runs[i + 1].Link != link))
            {
                if (Bare(link) != Bare(words) && printed.Add(link))
                {
                    result.AddRange([new Run(" "), new Run($"({Shown(link)})") { Link = target }]);
                }

                words = "";
            }
        }

        return result;
    }

    /// <summary>A note as an item whose label leads back to its mark.</summary>
    public ListEntry Entry(Note note) =>
        new(note.Mark, [.. Runs(note.Text).Select((run, at) => at == 0 ? run with { Place = PlaceOf(note.Mark, "note") } : run)], [])
        {
            LabelLink = PdfLink.ToPlace(PlaceOf(note.Mark, "mark"), $"Back to the mark of note {note.Mark}"),
        };

    private string PlaceOf(string mark, string kind) => $"{section} {kind} {mark}";

    private static PdfLink? Target(string link, string words) =>
        PdfLink.ToAddress(link, Bare(link) == Bare(words) || string.IsNullOrWhiteSpace(words) ? Shown(link) : $"{words.Trim()}: {Shown(link)}");

    private static string Shown(string link)
    {
        var shown =
            link.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? link[7..]
            : link.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? link[4..]
            : link;
        return shown.Length > LongestAddress ? shown[..LongestAddress] + "…" : shown;
    }

    // Raw: "www.gov.uk" as the words of a link to "https://www.gov.uk/".
    private static string Bare(string address)
    {
        var shown = Shown(address.Trim());
        var scheme = shown.IndexOf("://", StringComparison.Ordinal);
        shown = (scheme is > 0 and < 8 ? shown[(scheme + 3)..] : shown).TrimEnd('/');
        return shown.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? shown[4..].ToUpperInvariant() : shown.ToUpperInvariant();
    }
}
