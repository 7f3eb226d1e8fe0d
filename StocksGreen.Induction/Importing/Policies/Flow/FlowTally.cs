using System.Globalization;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>Counts what a document holds next to its text, so that nothing of it goes without a word.</summary>
internal sealed class FlowTally(WarningList warnings)
{
    // What is not told one by one is told as a number.
    private const int MostQuoted = 200;
    private const int LongestEntry = 1_800;

    private readonly List<string> hidden = [];
    private readonly List<string> struck = [];
    private readonly List<string> highlighted = [];
    private readonly List<string> contents = [];
    private string? heading;

    internal int Inserted { get; set; }

    internal int Deleted { get; set; }

    internal int Shapes { get; set; }

    internal int Chunks { get; set; }

    /// <summary>Where the reader is: "under 4.1 Reputation".</summary>
    internal string Where { get; private set; } = "at the top of the document";

    internal string? Heading
    {
        get => heading;
        set
        {
            heading = value;
            Where = $"under {value}";
        }
    }

    /// <summary>Does something in another part of the document than its text.</summary>
    internal void In(string place, Action act)
    {
        var before = Where;
        Where = place;
        act();
        Where = before;
    }

    /// <summary>Lists words that are not in the policy; those that are longer than one entry of the list may be in several.</summary>
    internal void LeaveOut(LeftOutKind kind, string text)
    {
        var tidy = Words.Tidy(text);
        for (int start = 0, end; start < tidy.Length; start = end + 1)
        {
            end = tidy.Length - start > LongestEntry ? tidy.LastIndexOf(' ', start + LongestEntry, LongestEntry) : tidy.Length;
            end = end > 0 ? end : tidy.Length;
            var entry = tidy[start..end];
            warnings.LeaveOut(kind, entry, Where);
            if (kind is LeftOutKind.StruckOut or LeftOutKind.Hidden)
            {
                Remember(kind == LeftOutKind.Hidden ? hidden : struck, entry);
            }
        }
    }

    internal void Highlight(string text) => Remember(highlighted, text);

    internal void LeaveOutContents(string line) => Remember(contents, line);

    internal void Warn()
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

        if (struck.Count > 0)
        {
            warnings.Add($"Left out words with a line through them: {WarningList.Quote(struck)}.");
        }

        if (highlighted.Count > 0)
        {
            warnings.Add($"Taken over without its colour: {WarningList.Quote(highlighted)}. Check that it is settled.");
        }

        if (Shapes > 0)
        {
            warnings.Add($"{Count(Shapes, "drawn shape")} without words {(Shapes == 1 ? "was" : "were")} left out.");
        }

        if (Chunks > 0)
        {
            warnings.Add($"{Count(Chunks, "inserted file")} could not be read: open the document in Word, save it, and import it again.");
        }
    }

    internal static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static void Remember(List<string> list, string text)
    {
        var tidy = Words.Tidy(text);
        if (tidy.Length > 0 && list.Count < MostQuoted && !list.Contains(tidy, StringComparer.Ordinal))
        {
            list.Add(tidy);
        }
    }
}
