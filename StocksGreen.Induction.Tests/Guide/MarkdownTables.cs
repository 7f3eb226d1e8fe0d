using System.Text.RegularExpressions;

namespace StocksGreen.Induction.Tests.Guide;

/// <summary>What the tables of a page of the guide say.</summary>
internal static partial class MarkdownTables
{
    /// <summary>Rows whose first cell is code, without the headings: <c>| `--port PORT` | port; 5080 |</c> gives "--port PORT" and "port; 5080".</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> CodeRows(string markdown) =>
        [
            .. markdown
                .Split('\n')
                .Select(line => CodeRow().Match(line))
                .Where(row => row.Success)
                .Select(row =>
                    (IReadOnlyList<string>)[row.Groups["code"].Value, .. row.Groups["rest"].Value.Trim().Trim('|').Split('|').Select(cell => cell.Trim())]
                ),
        ];

    [GeneratedRegex("^\\| `(?<code>[^`]+)` \\|(?<rest>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeRow();
}
