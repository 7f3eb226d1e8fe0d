namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Tells the words of a heading from the words of a sentence.</summary>
internal static class HeadingShape
{
    private const int LongestTitle = 120;
    private const int MostWordsOfNumberedTitle = 15;
    private const int MostWordsOfTitle = 9;
    private const int MostWordsOfSmallPrint = 6;

    private static readonly string[] Verbs =
    [
        "will",
        "must",
        "should",
        "shall",
        "may",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "can",
        "cannot",
        "does",
        "do",
    ];
    private static readonly string[] Questions = ["what", "who", "how", "when", "where", "why", "which", "things", "if"];
    private static readonly string[] Unfinished = ["of", "the", "and", "a", "an", "to", "in", "for", "with", "by", "or", "on", "at", "from", "our", "&"];
    private static readonly string[] Conjunctions =
    [
        "as",
        "if",
        "that",
        "which",
        "who",
        "when",
        "than",
        "is",
        "are",
        "be",
        "their",
        "this",
        "any",
        "not",
        "will",
        "must",
    ];
    private static readonly string[] SignOff = ["signed", "signature", "date", "name", "printname", "position"];
    private static readonly string[] Terms = ["spring", "summer", "autumn", "term", "academic", "year", "hydref", "gwanwyn", "haf"];
    private static readonly string[] Stages = ["version", "reviewed", "updated", "adopted", "ratified", "approved", "revised", "draft", "issued"];

    /// <summary>Could this follow a section number as its title? "Policy aims and scope", not "The headteacher will decide whether…".</summary>
    public static bool IsNumberedTitle(string text)
    {
        if (text.Length is 0 or > LongestTitle || !Words.AreAtMost(text, MostWordsOfNumberedTitle) || !StartsAsTitle(text))
        {
            return false;
        }

        var words = Words.Split(text);
        var mark = Words.LastMark(text);
        return mark switch
            {
                ';' or ',' => false,
                '.' => words.Length <= 3,
                ':' => words.Length <= 4 && !IsSentence(words) && !Unfinished.Contains(words[^1].TrimEnd(':'), StringComparer.OrdinalIgnoreCase),
                _ => !IsSentence(words),
            } && !HasTwoSentences(text);
    }

    /// <summary>Could this be a heading without a number? The shape is narrower, because nothing but the shape speaks for it.</summary>
    public static bool IsTitle(string text)
    {
        if (
            text.Length is < 3 or > 80
            || !Words.AreAtMost(text, MostWordsOfTitle)
            || !char.IsUpper(text[0])
            || Words.LastMark(text) is '.' or ',' or ';' or ':' or '!'
            || text.Contains('@', StringComparison.Ordinal)
            || text.Contains("http", StringComparison.OrdinalIgnoreCase)
            || text.Contains("__", StringComparison.Ordinal)
            || text.Contains("..", StringComparison.Ordinal)
        )
        {
            return false;
        }

        var words = Words.Split(text);
        return !IsSentence(words)
            && !HasTwoSentences(text)
            && !IsDate(words)
            && (!Unfinished.Contains(words[^1], StringComparer.OrdinalIgnoreCase) || AsksToEnd(words))
            && !SignOff.Contains(Words.Key(text), StringComparer.Ordinal);
    }

    /// <summary>"Mobile Phone Policy", which another document in the same file begins with.</summary>
    public static bool IsTitleOfPolicy(string text) => text.EndsWith(" policy", StringComparison.OrdinalIgnoreCase) && (IsTitle(text) || IsCapitalTitle(text));

    /// <summary>
    /// A line from the middle of a paragraph: "they are unsure. The school keeps records for as long as". What repeats of such lines are sentences, no headings
    /// and no headers.
    /// </summary>
    public static bool IsRunningText(string text) =>
        (Words.StartsLowerCase(text) && Words.LastMark(text) == '.')
        || (!Words.AreAtMost(text, MostWordsOfSmallPrint) && (Words.StartsLowerCase(text) || AsksForMore(Words.Split(text)[^1])));

    private static bool AsksForMore(string last) =>
        Unfinished.Contains(last, StringComparer.OrdinalIgnoreCase) || Conjunctions.Contains(last, StringComparer.OrdinalIgnoreCase) || last[^1] == ',';

    /// <summary>
    /// A sentence in the style of a heading, which some templates use only to number it: "1.1 All staff must report a concern to the DSL without delay."
    /// </summary>
    public static bool IsStyledParagraph(string text) => !Words.AreAtMost(text, 30) || (!Words.AreAtMost(text, 9) && Words.LastMark(text) is '.' or ';');

    /// <summary>"AIMS AND PRINCIPLES"</summary>
    public static bool IsCapitalTitle(string text) =>
        text.Length <= LongestTitle
        && Words.AreAtMost(text, 12)
        && Words.IsCapitals(text)
        && Words.LastMark(text) is not ('.' or ',' or ';')
        && !SignOff.Contains(Words.Key(text), StringComparer.Ordinal)
        && !text.Contains("__", StringComparison.Ordinal);

    // Raw: "Autumn 2025", "14 September 2026", "Reviewed May 2025", "Version 3"
    private static bool IsDate(string[] words) =>
        words.Any(word => word.Any(char.IsAsciiDigit))
        && (
            Stages.Contains(words[0], StringComparer.OrdinalIgnoreCase)
            || words.All(word =>
                char.IsAsciiDigit(word[0]) || MonthNames.Parse(word.TrimEnd(',')) is not null || Terms.Contains(word, StringComparer.OrdinalIgnoreCase)
            )
        );

    // Raw: "What we may charge for", "Who to turn to"
    private static bool AsksToEnd(string[] words) =>
        Questions.Contains(words[0], StringComparer.OrdinalIgnoreCase)
        && words[^1].ToLowerInvariant() is "for" or "to" or "with" or "by" or "on" or "in" or "from";

    private static bool StartsAsTitle(string text)
    {
        var start = text.AsSpan().TrimStart(['"', '\'', '“', '‘', '(', '[']);
        return !start.IsEmpty && (char.IsUpper(start[0]) || char.IsAsciiDigit(start[0]));
    }

    private static bool IsSentence(string[] words) =>
        words.Length >= 4
        && !Questions.Contains(words[0], StringComparer.OrdinalIgnoreCase)
        && words.Skip(1).Take(words.Length - 2).Any(word => Verbs.Contains(word, StringComparer.Ordinal));

    // Raw: "Reporting. Staff tell the DSL" – but "St. Mary's and you" is one.
    private static bool HasTwoSentences(string text)
    {
        var stop = text.IndexOf(". ", StringComparison.Ordinal);
        return stop > 3 && stop + 2 < text.Length && char.IsUpper(text[stop + 2]);
    }
}
