using System.Text;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Compares the words that a reader counted in a file with those of the policy, of what was left out and of what the warnings quote.</summary>
internal static class CoverageCount
{
    private const int MostMissing = 500;

    /// <param name="source">The words of the file, in its order, each as <see cref="WordsOf"/> gives it.</param>
    /// <param name="furniture">Lines of the printed pages that are listed once and stand in the file several times.</param>
    public static Coverage Compare(IReadOnlyList<string> source, ImportOutcome.Imported imported, IEnumerable<string> furniture)
    {
        var result = TextsOf(imported.Policy).SelectMany(WordsOf).ToList();
        var left = Count(result);
        var repeated = Count(furniture.SelectMany(WordsOf));
        var told = Count(
            imported
                .LeftOut.Where(item =>
                    item.Kind is not (LeftOutKind.Inserted or LeftOutKind.Placeholder)
                    && !item.Text.StartsWith(PolicyRecogniser.Another, StringComparison.Ordinal)
                )
                .SelectMany(item => WordsOf(item.Text))
                // "Section 4.1" is printed as the number 4.1.
                .Concat(imported.Policy.Sections.SelectMany(_ => (string[])["section", "adran"]))
        );
        var quoted = Count(imported.Warnings.SelectMany(Quoted).SelectMany(WordsOf));
        var missing = new List<string>();
        var counted = 0;
        foreach (var word in source)
        {
            if (Take(left, word))
            {
                counted++;
            }
            else if (!Take(repeated, word) && !Take(told, word) && !Take(quoted, word))
            {
                counted++;
                missing.Add(word);
            }
        }

        return new Coverage(counted, result.Count, [.. missing.Take(MostMissing)]);
    }

    /// <summary>Words in lower case, of letters and figures alone, so that neither a quotation mark nor a capital makes another word of one.</summary>
    public static IEnumerable<string> WordsOf(string text)
    {
        foreach (var word in Words.Split(text.Normalize(NormalizationForm.FormKC)))
        {
            var bare = string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();
            if (bare.Length > 0)
            {
                yield return bare;
            }
        }
    }

    private static IEnumerable<string> TextsOf(PolicyContent policy) =>
        [
            policy.Title,
            policy.School,
            // Every page that shows key details says so above them, in place of the document's own words for it.
            policy.KeyDetails.Count > 0
                ? "Key details"
                : "",
            .. policy.KeyDetails.Select(detail => $"{detail.Name} {detail.Value}"),
            .. BlockText.Texts(policy.Preamble).Select(text => text.PlainText),
            .. policy.PreambleNotes.Select(note => note.Text.PlainText),
            .. policy.Sections.SelectMany(section =>
                BlockText
                    .Texts(section.Blocks)
                    .Select(text => text.PlainText)
                    .Concat(section.Notes.Select(note => note.Text.PlainText))
                    .Prepend(section.Heading)
            ),
        ];

    /// <summary>What stands between “ and ”.</summary>
    private static IEnumerable<string> Quoted(string warning) => warning.Split('“').Skip(1).Select(part => part.Split('”')[0]);

    private static Dictionary<string, int> Count(IEnumerable<string> words) =>
        words.GroupBy(word => word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static bool Take(Dictionary<string, int> words, string word)
    {
        if (words.GetValueOrDefault(word) == 0)
        {
            return false;
        }

        words[word]--;
        return true;
    }
}
