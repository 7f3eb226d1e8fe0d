using System.Globalization;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Finds the edition of the statutory guidance that a policy says it is based on.</summary>
internal static class BasedOnReader
{
    private const int ReachBefore = 160;
    private const int ReachAfter = 60;

    private static readonly (string Words, string Name)[] Guidance =
    [
        ("KCSIE", "KCSIE"),
        ("Keeping Children Safe in Education", "KCSIE"),
        ("Keeping Learners Safe", "Keeping Learners Safe"),
    ];

    private static readonly string[] Claims =
    [
        "based on",
        "in line with",
        "in accordance with",
        "accordance with",
        "reflects",
        "complies with",
        "comply with",
        "compliance with",
        "regard to",
        "takes account of",
        "takes into account",
        "taking account of",
        "informed by",
        "follows",
        "underpinned by",
        "meets",
        "drawn from",
        "conforms",
        "adheres to",
        "sets out",
        "set out in",
        "under",
    ];

    /// <returns>"KCSIE 2024"; null where the policy names no edition.</returns>
    public static string? Parse(IEnumerable<string> texts, WarningList warnings)
    {
        var claimed = new List<string>();
        var mentioned = new List<string>();
        foreach (var text in texts)
        {
            foreach (var (words, name) in Guidance)
            {
                for (
                    var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
                    at >= 0;
                    at = text.IndexOf(words, at + words.Length, StringComparison.OrdinalIgnoreCase)
                )
                {
                    if (YearAfter(text, at + words.Length) is { } year)
                    {
                        (IsClaimed(text, at) ? claimed : mentioned).Add(string.Create(CultureInfo.InvariantCulture, $"{name} {year}"));
                    }
                }
            }
        }

        var editions = (claimed.Count > 0 ? claimed : mentioned).Distinct(StringComparer.Ordinal).ToList();
        if (editions.Count > 1)
        {
            warnings.Add(
                $"The policy names more than one edition: {WarningList.Quote(editions)}. {(claimed.Count > 0 ? "The first was taken." : "None was taken.")}"
            );
        }

        return editions.Count == 1 || claimed.Count > 0 ? editions[0] : null;
    }

    private static bool IsClaimed(string text, int at)
    {
        var start = Math.Max(0, at - ReachBefore);
        var before = text.AsSpan(start, at - start);
        var sentence = before.LastIndexOf(". ");
        before = sentence < 0 ? before : before[(sentence + 2)..];
        foreach (var claim in Claims)
        {
            if (before.Contains(claim, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // Raw: "KCSIE 2024", "Keeping Children Safe in Education (September 2024)", "Keeping Children Safe in Education (KCSIE) 2024/25"
    private static int? YearAfter(string text, int from)
    {
        var end = Math.Min(text.Length, from + ReachAfter);
        var i = from;
        while (i < end)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                var digits = 0;
                while (i + digits < text.Length && char.IsAsciiDigit(text[i + digits]))
                {
                    digits++;
                }

                return digits == 4 && text.AsSpan(i, 2) is "20"
                    ? int.Parse(text.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture)
                    : SkipDay(digits, ref i);
            }

            if (char.IsLetter(text[i]))
            {
                var start = i;
                while (i < text.Length && char.IsLetter(text[i]))
                {
                    i++;
                }

                if (!IsPartOfEdition(text[start..i]))
                {
                    return null;
                }
            }
            else if (text[i] is ' ' or '(' or ')' or ',' or '’' or '\'' or '”' or '"' or '-' or '–' or ':' or '*')
            {
                i++;
            }
            else
            {
                return null;
            }
        }

        return null;

        static int? SkipDay(int digits, ref int i)
        {
            i += digits;
            return null;
        }
    }

    private static bool IsPartOfEdition(string word) =>
        word.ToUpperInvariant()
            is "KCSIE"
                or "DFE"
                or "SEPT"
                or "SEP"
                or "EDITION"
                or "UPDATED"
                or "STATUTORY"
                or "GUIDANCE"
                or "VERSION"
                or "IN"
                or "PUBLISHED"
                or "S"
        || MonthNames.Parse(word) is not null;
}
