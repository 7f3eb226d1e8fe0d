using System.Text;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Small questions about a piece of plain text that several readers ask.</summary>
internal static class Words
{
    private static readonly char[] Closers = ['"', '\'', '”', '’', ')', ']', '*'];

    public static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Words, counted no further than is needed to know that there are more than <paramref name="most"/>.</summary>
    public static bool AreAtMost(string text, int most)
    {
        var count = 0;
        var inWord = false;
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c);
            if (!isSpace && !inWord && ++count > most)
            {
                return false;
            }

            inWord = !isSpace;
        }

        return true;
    }

    /// <summary>The last character that is no closing quotation mark or bracket; '\0' where there is none.</summary>
    public static char LastMark(string text)
    {
        var end = WithoutNoteMark(text.AsSpan().TrimEnd()).TrimEnd(Closers);
        return end.IsEmpty ? '\0' : end[^1];
    }

    // Raw: "We answer every complaint soon. [1]" refers to a note and ends with its full stop.
    private static ReadOnlySpan<char> WithoutNoteMark(ReadOnlySpan<char> text)
    {
        var open = text.LastIndexOf('[');
        return open > 0 && text.EndsWith("]") && text.Length - open is >= 3 and <= 5 && !text[(open + 1)..^1].ContainsAnyExceptInRange('0', '9')
            ? text[..open].TrimEnd()
            : text;
    }

    public static bool EndsSentence(string text) => LastMark(text) is '.' or '!' or '?' or ':' or ';' or '…';

    public static bool StartsLowerCase(string text)
    {
        var start = text.AsSpan().TrimStart(['"', '\'', '“', '‘', '(', '[', '*']);
        return !start.IsEmpty && char.IsLower(start[0]);
    }

    public static int FirstWordLength(string text)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? text.Length : end;
    }

    /// <summary>True where there are letters and all of those that have a case are capitals.</summary>
    public static bool IsCapitals(string text)
    {
        var capitals = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals >= 4;
    }

    /// <summary>Letters and digits alone, in lower case: two lines with the same key say the same.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.ToString();
    }

    /// <summary>White space collapsed, for quoting a line in a warning.</summary>
    public static string Tidy(string text) => string.Join(' ', Split(text));
}
