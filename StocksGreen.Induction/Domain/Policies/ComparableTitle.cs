using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>The words of a policy's title that tell it from other policies, without case, accents, punctuation and plurals.</summary>
internal sealed partial class ComparableTitle
{
    // Words that tell no policy from another.
    private static readonly string[] Fillers =
    [
        "policy",
        "policie",
        "the",
        "and",
        "of",
        "for",
        "a",
        "an",
        "our",
        "school",
        "statement",
        "procedure",
        "on",
        "to",
        "in",
        "with",
    ];

    private readonly List<string> words;

    /// <param name="title">Raw: "Acceptable Use Policies (AUP)", "Curriculum policies, such as: Computing, …", "Governors’ Code of Conduct".</param>
    public ComparableTitle(string title)
    {
        var bare = Brackets().Replace(SearchText.Fold(title), " ");
        var cut = Examples().Replace(bare, "");
        words = Telling(cut) is { Count: > 0 } beforeExamples ? beforeExamples : Telling(bare);
    }

    /// <summary>True for a title that is nothing but "Policy".</summary>
    public bool IsEmpty => words.Count == 0;

    /// <summary>True where both say the same, whether or not a hyphen or a space parts their words: "Anti-bullying" and "Antibullying".</summary>
    public bool ReadsAs(ComparableTitle other) => string.Equals(string.Concat(words), string.Concat(other.words), StringComparison.Ordinal);

    /// <summary>True where both have the same words in any order: "Data Protection and GDPR" and "GDPR and Data Protection".</summary>
    public bool HasTheWordsOf(ComparableTitle other) => words.ToHashSet(StringComparer.Ordinal).SetEquals(other.words);

    /// <summary>True where all words of one are among those of the other: "Child protection" and "Child Protection and Safeguarding".</summary>
    public bool HoldsOrIsHeldBy(ComparableTitle other) =>
        !words.Except(other.words, StringComparer.Ordinal).Any() || !other.words.Except(words, StringComparer.Ordinal).Any();

    private static List<string> Telling(string folded) =>
        [
            .. NotLetters()
                .Replace(folded.Replace("'", "", StringComparison.Ordinal), " ")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(Singular)
                .Except(Fillers, StringComparer.Ordinal),
        ];

    /// <summary>Titles name the same people now singly, now together: "Visitor Policy", "Visitors Policy".</summary>
    private static string Singular(string word) => word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]", RegexOptions.None, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"(,?\s(such as|e\.?g\.?|for example|including but)\b|:).*$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Examples();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.None, 1000)]
    private static partial Regex NotLetters();
}
