namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Names of months as policies print them, in English and Welsh.</summary>
internal static class MonthNames
{
    private static readonly string[] English =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    private static readonly string[] Welsh =
    [
        "ionawr",
        "chwefror",
        "mawrth",
        "ebrill",
        "mai",
        "mehefin",
        "gorffennaf",
        "awst",
        "medi",
        "hydref",
        "tachwedd",
        "rhagfyr",
    ];

    /// <param name="word">"October", "Oct", "Sept", "Hydref".</param>
    /// <returns>1 to 12; null where it is no month.</returns>
    public static int? Parse(string word)
    {
        var lower = word.ToLowerInvariant();
        var index = Array.FindIndex(
            English,
            month => month == lower || (lower.Length >= 3 && lower.Length <= 4 && month.StartsWith(lower, StringComparison.Ordinal))
        );
        index = index < 0 ? Array.IndexOf(Welsh, lower) : index;
        return index < 0 ? null : index + 1;
    }
}
