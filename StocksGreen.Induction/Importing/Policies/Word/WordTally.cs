using System.Globalization;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Counts what a document holds next to its text, so that nothing of it goes without a word.</summary>
internal sealed class WordTally
{
    private readonly List<string> hidden = [];
    private readonly List<string> pictures = [];
    private readonly List<string> contents = [];

    internal int Inserted { get; set; }

    internal int Deleted { get; set; }

    internal int Pictures { get; set; }

    internal int Objects { get; set; }

    internal int Chunks { get; set; }

    internal int Notes { get; set; }

    internal void Hide(string text) => Remember(hidden, text);

    internal void Describe(string alternative) => Remember(pictures, alternative);

    internal void LeaveOutContents(string line) => Remember(contents, line);

    internal void Warn(WarningList warnings)
    {
        if (contents.Count > 0)
        {
            warnings.Add($"Skipped the contents list: {WarningList.Quote(contents)}.");
        }

        if (Inserted + Deleted > 0)
        {
            warnings.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Tracked changes were taken as accepted: {Count(Inserted, "insertion")} kept, {Count(Deleted, "deletion")} left out. Check that "
                        + $"they are agreed."
                )
            );
        }

        if (hidden.Count > 0)
        {
            warnings.Add($"Left out hidden text: {WarningList.Quote(hidden)}.");
        }

        if (Pictures > 0)
        {
            warnings.Add(
                $"{Count(Pictures, "picture")} cannot be shown here and {(Pictures == 1 ? "was" : "were")} left "
                    + $"out{(pictures.Count > 0 ? $", described as {WarningList.Quote(pictures)}" : "")}. If a picture says something, put it into words."
            );
        }

        if (Objects > 0)
        {
            warnings.Add($"{Count(Objects, "embedded object")} (a chart, a sheet or another file) {(Objects == 1 ? "was" : "were")} left out.");
        }

        if (Chunks > 0)
        {
            warnings.Add($"{Count(Chunks, "inserted file")} could not be read: open the document in Word, save it, and import it again.");
        }

        if (Notes > 0)
        {
            warnings.Add(
                $"{Count(Notes, "note")} stood at the foot of a page or at the end; each now follows the paragraph that it belongs to, marked with its number."
            );
        }
    }

    internal static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static void Remember(List<string> list, string text)
    {
        var tidy = Words.Tidy(text);
        if (tidy.Length > 0 && !list.Contains(tidy, StringComparer.Ordinal))
        {
            list.Add(tidy);
        }
    }
}
