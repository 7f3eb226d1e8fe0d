namespace StocksGreen.Induction.Features.Staffing.Importing;

/// <summary>A person's name as it is said: forename first, without a title.</summary>
internal static class PersonName
{
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "revd", "reverend", "sir", "dame", "madam", "master",
    };

    /// <summary>From separate columns.</summary>
    internal static string Join(string forename, string surname)
    {
        // Raw: preferred name "Millie Hart" beside surname "Hart".
        var isWhole = surname.Length > 0 && forename.EndsWith(" " + surname, StringComparison.OrdinalIgnoreCase);
        return WithoutTitle(isWhole ? forename : $"{forename} {surname}".Trim());
    }

    /// <summary>From one column. Raw: "Hart, Amelia", "Hart, Miss Amelia", "Mrs Amelia Hart".</summary>
    /// <param name="isSurnameFirst">What the heading says; a comma says it too.</param>
    internal static string Of(string cell, bool isSurnameFirst)
    {
        var parts = cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2)
        {
            return WithoutTitle($"{WithoutTitle(parts[1])} {parts[0]}");
        }

        var words = WithoutTitle(cell).Split(' ');
        return isSurnameFirst && words.Length == 2 ? $"{words[1]} {words[0]}" : string.Join(' ', words);
    }

    /// <summary>Raw: "Mr &amp; Mrs Smith", "Ann and Bob Lee".</summary>
    internal static bool IsOfTwo(string name) => name.Contains('&', StringComparison.Ordinal) || name.Split(' ').Any(IsAnd);

    private static bool IsAnd(string word) => word is "&" or "+" || word.Equals("and", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Mrs" and the like are taken away where a name is left.</summary>
    private static string WithoutTitle(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        words.RemoveAll(word => word.StartsWith('(') && word.EndsWith(')') && Titles.Contains(word.Trim('(', ')', '.')));
        while (words.Count > 1 && Titles.Contains(words[0].TrimEnd('.')) && !IsAnd(words[1]))
        {
            words.RemoveAt(0);
        }

        return string.Join(' ', words);
    }
}
