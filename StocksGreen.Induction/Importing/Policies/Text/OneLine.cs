using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Breaks a policy that came as one long line at its numbers, bullets and key details, where they tell clearly that something new begins.</summary>
internal static partial class OneLine
{
    private const int LongestUsualLine = 500;
    private const int MostLines = 6;
    private const int MostWordsOfTitle = 9;

    /// <returns>The text with line breaks where something new begins; as it was where it has lines of its own.</returns>
    public static string Unfold(string text)
    {
        var lines = text.Split('\n');
        if (lines.Count(line => line.Trim().Length > 0) > MostLines || !Array.Exists(lines, line => line.Length > LongestUsualLine))
        {
            return text;
        }

        try
        {
            return string.Join('\n', lines.Select(Break));
        }
        catch (RegexMatchTimeoutException)
        {
            return text; // no policy takes so long
        }
    }

    private static string Break(string line)
    {
        var bullets = Bullet().Replace(line, "\n${bullet}");
        var broken = new StringBuilder();
        var at = 0;
        int[] last = [];
        foreach (Match match in Number().Matches(bullets))
        {
            var number = match
                .Groups["number"]
                .Value.TrimEnd('.')
                .Split('.')
                .Select(part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture))
                .ToArray();
            if (match.Index >= at && Follows(number, last))
            {
                broken.Append(bullets.AsSpan(at, match.Index - at)).Append("\n\n").Append(Heading(bullets, match));
                at = match.Index + match.Length + LengthOfTitle(bullets, match);
                last = number;
            }
        }

        broken.Append(bullets.AsSpan(at));
        var whole = broken.ToString();
        var head = whole.IndexOf("\n\n", StringComparison.Ordinal) is > 0 and var end ? end : 0;
        return AfterTitle().Replace(Detail().Replace(whole[..head], "\n"), "${title}\n", 1) + whole[head..];
    }

    /// <summary>1 first; then the next of its kind: 2 after 1.3, 1.2 after 1.1, 1.1 after 1.</summary>
    private static bool Follows(int[] number, int[] last)
    {
        if (last.Length == 0)
        {
            return number is [1] or [1, 0];
        }

        var depth = number.Length;
        return depth > last.Length
            ? depth == last.Length + 1 && number[^1] is 1 or 0 && number.Take(last.Length).SequenceEqual(last)
            : number.Take(depth - 1).SequenceEqual(last.Take(depth - 1)) && number[depth - 1] == last[depth - 1] + 1;
    }

    private static string Heading(string text, Match match) =>
        $"{match.Groups["number"].Value} {text.Substring(match.Index + match.Length, LengthOfTitle(text, match)).Trim()}\n\n";

    /// <summary>Raw: "Introduction Every day counts": the title ends before the last capital of the run, with which a sentence begins.</summary>
    private static int LengthOfTitle(string text, Match match)
    {
        var start = match.Index + match.Length;
        var words = Word().Matches(text[start..Math.Min(text.Length, start + 200)]);
        for (var i = 1; i < Math.Min(words.Count - 1, MostWordsOfTitle); i++)
        {
            if (char.IsUpper(words[i].Value[0]) && char.IsLower(words[i + 1].Value[0]))
            {
                return words[i].Index;
            }
        }

        return 0; // a number that labels a paragraph
    }

    [GeneratedRegex(@"(?<=\s|^)(?<number>\d{1,2}(\.\d{1,2}){0,3}\.?)\s+(?=\p{Lu})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+(?<bullet>[•●▪\uF0B7\uF0A7]\s)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex(
        @"\s(?=(Approved|Agreed|Adopted|Ratified|Date|Next|Last|Review|Reviewed|Policy "
            + @"owner|Owner|Author|Version|Written|Named|Designated|Governor|Committee|Responsible)\b[^:.]{0,40}:\s)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Detail();

    [GeneratedRegex(@"^(?<title>\s*(\S+\s+){0,8}?(Policy|Policies|Polisi|POLICY))\s", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AfterTitle();

    [GeneratedRegex(@"\S+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
