using System.Net;
using System.Text.RegularExpressions;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies;

/// <summary>Counts the words of a text from its characters, without anything of what reads them for the policy.</summary>
internal static partial class TextCoverage
{
    /// <param name="text">As it was decoded.</param>
    /// <param name="isMarkdown">True where addresses, tags and marks of Markdown are no words.</param>
    internal static IReadOnlyList<string> WordsOf(string text, bool isMarkdown)
    {
        var printed = WebUtility.HtmlDecode(
            LineEnds().Replace(Tags().Replace(text.ReplaceLineEndings("\n").Replace("\u00AD", "", StringComparison.Ordinal), ""), "")
        );
        if (isMarkdown)
        {
            printed = NoWords().Replace(printed, " ").Replace('|', ' ');
        }

        return
        [
            .. printed
                .Split('\n')
                .SelectMany(line =>
                    CoverageCount.WordsOf(line.Trim() is { Length: > 0 } words && BulletMarker.TryRead(words) is { } bullet ? bullet.Text : line)
                ),
        ];
    }

    [GeneratedRegex("</?[A-Za-z][^<>\\n]{0,300}>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Tags();

    // Raw: "with-" at the end of a line and "out" on the next
    [GeneratedRegex(@"(?<=\p{L})-[ \r]*\n\s*(?=\p{L})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex LineEnds();

    // What follows "](" up to ")", a definition's address, a note's mark, a box of a task list, a line that only rules off.
    [GeneratedRegex(
        """\]\([^()\s]*(?:\s"[^"\n]*")?\)|^\s{0,3}\[[^\]\n]{1,100}\]:.*$|\[\^[^\]\s]{1,40}\]:?|^(\s*[-*+]\s+)\[[ xX]\]|^[ \t|:=-]+$""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex NoWords();
}
