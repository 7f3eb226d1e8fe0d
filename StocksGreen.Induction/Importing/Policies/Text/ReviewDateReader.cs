using System.Globalization;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Finds the month of the next review among the key details.</summary>
internal static class ReviewDateReader
{
    private static readonly string[] SaysWhich = ["next", "last", "approved", "agreed", "reviewed"];

    /// <param name="texts">Running text, which counts where no detail gives a month.</param>
    /// <returns>Null, with a warning where a review is named but no month.</returns>
    public static ReviewMonth? Parse(IReadOnlyList<KeyDetail> details, IEnumerable<string> texts, WarningList warnings)
    {
        var reviews = details.Where(detail => Certainty(detail.Name) > 0).OrderByDescending(detail => Certainty(detail.Name)).ToList();
        var found = reviews.Select(detail => (Detail: detail, Month: ReadNext(detail.Value))).Where(pair => pair.Month is not null).ToList();
        if (found.Count == 0)
        {
            if (ReviewSentences.MonthOf(texts) is { } month)
            {
                return month;
            }

            if (reviews.Count > 0)
            {
                warnings.Add($"“{reviews[0].Name}: {reviews[0].Value}” gives no month, so the next review has to be set by hand.");
            }
            else if (details.FirstOrDefault(IsPeriod) is { } period)
            {
                warnings.Add($"“{period.Name}: {period.Value}” says how often, not when, so the next review has to be set by hand.");
            }

            return null;
        }

        if (found.Exists(pair => pair.Month != found[0].Month))
        {
            warnings.Add(
                $"The dates of the next review differ: {WarningList.Quote(found.Select(pair => $"{pair.Detail.Name}: {pair.Detail.Value}"))}. The "
                    + "first was taken."
            );
        }

        return found[0].Month;
    }

    /// <summary>True for a detail that says who agreed to the document or when: "Approved by", "Review date", "Version".</summary>
    public static bool IsOfControl(string name) =>
        Words
            .Split(name.ToLowerInvariant())
            .Any(word =>
                word.Trim(':', ',', '(', ')') is "approved" or "approval" or "adopted" or "agreed" or "ratified" or "review" or "reviewed" or "version"
            );

    /// <summary>True for a detail that names a review to come.</summary>
    public static bool IsOfReview(string name) => Certainty(name) > 0;

    /// <summary>0 for a detail that is no date of a review to come.</summary>
    private static int Certainty(string name)
    {
        var words = name.ToLowerInvariant().Split([' ', '/', ':', '(', ')', ',', '-', '’', '\''], StringSplitOptions.RemoveEmptyEntries);
        var isNamed = words.Any(word => word is "review" or "reviewed" or "reviewing" or "renewal" or "adolygu" or "adolygiad" or "expires" or "expiry");
        // Raw: "Next edition: September 2026"
        isNamed |= words.Contains("next") && words.Any(word => word is "edition" or "issue" or "update" or "revision" or "version");
        if (
            !isNamed
            || words.Any(word =>
                word
                    is "last"
                        or "previous"
                        or "frequency"
                        or "cycle"
                        or "period"
                        or "committee"
                        or "responsible"
                        or "reviewer"
                        or "history"
                        or "lead"
                        or "author"
                        or "undertaken"
                        or "completed"
                        or "diwethaf"
            )
        )
        {
            return 0;
        }

        if (
            words.Any(word => word is "next" or "due" or "nesaf" or "future" or "expires" or "expiry")
            || name.Contains("be reviewed", StringComparison.OrdinalIgnoreCase)
        )
        {
            return 3;
        }

        // "Date reviewed" and "Reviewed by" look back; "Review by: June 2026" looks forward.
        return words.Contains("reviewed") ? 0
            : name.StartsWith("review", StringComparison.OrdinalIgnoreCase) ? 2
            : 1;
    }

    // Raw: "Review frequency: Annually"
    private static bool IsPeriod(KeyDetail detail) =>
        detail.Name.Contains("review", StringComparison.OrdinalIgnoreCase)
        && (
            detail.Name.Contains("frequency", StringComparison.OrdinalIgnoreCase)
            || detail.Name.Contains("cycle", StringComparison.OrdinalIgnoreCase)
            || detail.Name.Contains("period", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Raw: "Approved March 2026, next March 2028", "March 2027 (last: March 2026)": of two months the later one is to come.</summary>
    private static ReviewMonth? ReadNext(string value) =>
        MonthsIn(value) is { Count: 1 or 2 } months && (months.Count == 1 || SaysWhich.Any(word => value.Contains(word, StringComparison.OrdinalIgnoreCase)))
            ? months.OrderByDescending(month => (month.Year, month.Month)).First()
            : null;

    /// <summary>Raw: "October 2025", "1st October 2025", "Oct 25", "01/10/2025", "10/2025", "10.25" alone, "2025-10-01", "Sept/Oct 2027".</summary>
    /// <returns>Null where there is no month, or more than one.</returns>
    public static ReviewMonth? ReadMonth(string value) => MonthsIn(value) is { Count: 1 } months ? months.First() : null;

    private static HashSet<ReviewMonth> MonthsIn(string value)
    {
        var words = value.Split([' ', ',', '(', ')', ';', '\t', '’', '\'', '‘'], StringSplitOptions.RemoveEmptyEntries);
        var months = new HashSet<ReviewMonth>();
        for (var i = 0; i < words.Length; i++)
        {
            if ((FromFigures(words[i].TrimEnd('.'), isAlone: words.Length == 1) ?? FromName(words, i)) is { } month)
            {
                months.Add(month);
            }
        }

        return months;
    }

    private static ReviewMonth? FromName(string[] words, int at)
    {
        // Raw: "October-2025", "Oct/25"
        var parts = words[at].Split(['-', '/', '.'], StringSplitOptions.RemoveEmptyEntries);
        var name = Array.FindIndex(parts, part => MonthNames.Parse(part) is not null);
        if (name < 0)
        {
            return null;
        }

        var year =
            name + 1 < parts.Length && MonthNames.Parse(parts[^1]) is null ? parts[name + 1]
            : at + 1 < words.Length ? words[at + 1].TrimEnd('.')
            : "";
        return Make(year, MonthNames.Parse(parts[name])!.Value);
    }

    private static ReviewMonth? FromFigures(string word, bool isAlone)
    {
        var parts = word.Split(['/', '.', '-']);
        if (parts.Length is < 2 or > 3 || parts.Any(part => part.Length is 0 or > 4 || !part.All(char.IsAsciiDigit)))
        {
            return null;
        }

        var isYearFirst = parts[0].Length == 4;
        if (parts.Length == 2)
        {
            return isYearFirst ? Make(parts[0], Number(parts[1]))
                : parts[1].Length == 4 || isAlone ? Make(parts[1], Number(parts[0]))
                : null;
        }

        var (day, year) = isYearFirst ? (parts[2], parts[0]) : (parts[0], parts[2]);
        return Number(day) is >= 1 and <= 31 ? Make(year, Number(parts[1])) : null;
    }

    private static ReviewMonth? Make(string year, int month)
    {
        if (month is < 1 or > 12 || year.Length is not (2 or 4) || !year.All(char.IsAsciiDigit))
        {
            return null;
        }

        var number = year.Length == 2 ? 2000 + Number(year) : Number(year);
        return number is >= 1990 and < 2100 ? new ReviewMonth(number, month) : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
