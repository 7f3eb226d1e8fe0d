using System.Text.RegularExpressions;

namespace StocksGreen.Induction.Importing.Policies.Markdown;

/// <summary>Notes that no mark leads to: Markdown drops them, and a policy must not lose them.</summary>
internal static partial class UnmarkedNotes
{
    /// <returns>Their words, in the order in which they stand.</returns>
    public static IReadOnlyList<string> Find(string text)
    {
        if (!text.Contains("[^", StringComparison.Ordinal))
        {
            return [];
        }

        var times = Mark().Matches(text).CountBy(mark => mark.Value, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        return [.. Note().Matches(text).Where(note => times[note.Groups["mark"].Value] == 1).Select(note => note.Groups["words"].Value.Trim())];
    }

    [GeneratedRegex(@"\[\^[^\]\s]{1,100}\]", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Mark();

    [GeneratedRegex(
        @"^ {0,3}(?<mark>\[\^[^\]\s]{1,100}\]):(?<words>.*)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Note();
}
