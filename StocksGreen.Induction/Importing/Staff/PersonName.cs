namespace StocksGreen.Induction.Importing.Staff;

/// <summary>A person's name as it is said: forename first, without a title.</summary>
internal static class PersonName
{
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "rev",
        "revd",
        "reverend",
        "sir",
        "dame",
        "madam",
        "master",
        "canon",
        "fr",
        "father",
        "cllr",
        "councillor",
    };

    /// <summary>From separate columns.</summary>
    internal static string Join(string forename, string surname)
    {
        if (forename.Length == 0 || surname.Length == 0)
        {
            return Parse(forename + surname, isSurnameFirst: false); // "Hart, Amelia" under "Surname"
        }

        // Raw: preferred name "Millie Hart" next to surname "Hart".
        var isWhole = forename.EndsWith(" " + surname, StringComparison.OrdinalIgnoreCase);
        return WithoutTitle(isWhole ? forename : $"{forename} {surname}");
    }

    /// <summary>From one column. Raw: "Hart, Amelia", "Hart, Miss Amelia", "Hart, Amelia, Mrs", "Mrs Amelia Hart".</summary>
    /// <param name="isSurnameFirst">What the heading says; a comma says it too.</param>
    internal static string Parse(string cell, bool isSurnameFirst)
    {
        var parts = cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        parts = parts.Length > 2 ? Array.FindAll(parts, part => !IsTitle(part)) : parts;
        if (parts.Length == 2)
        {
            return WithoutTitle($"{WithoutTitle(parts[1])} {parts[0]}");
        }

        var words = WithoutTitle(cell).Split(' ');
        return isSurnameFirst && words.Length == 2 ? $"{words[1]} {words[0]}" : string.Join(' ', words);
    }

    /// <summary>Whether a preferred name is a whole one. Raw: "Millie Hart" next to the legal name "Amelia Hart" or "Hart, Amelia".</summary>
    internal static bool IsWhole(string preferred, string legal) =>
        preferred.LastIndexOf(' ') is var space and > 0 && Parse(legal, isSurnameFirst: false).EndsWith(preferred[space..], StringComparison.OrdinalIgnoreCase);

    /// <summary>Raw: "Mr &amp; Mrs Smith", "Ann and Bob Lee".</summary>
    internal static bool IsOfTwo(string name) => name.Contains('&', StringComparison.Ordinal) || name.Split(' ').Any(IsAnd);

    private static bool IsAnd(string word) => word is "&" or "+" || word.Equals("and", StringComparison.OrdinalIgnoreCase);

    /// <summary>Raw: "Mrs", "Dr.", "Rev'd".</summary>
    private static bool IsTitle(string word) =>
        Titles.Contains(word.TrimEnd('.').Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal));

    /// <summary>"Mrs" and the like are taken away where a name is left.</summary>
    private static string WithoutTitle(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        words.RemoveAll(word => word.StartsWith('(') && word.EndsWith(')') && IsTitle(word.Trim('(', ')')));
        while (words.Count > 1 && IsTitle(words[0]) && !IsAnd(words[1]))
        {
            words.RemoveAt(0);
        }

        return string.Join(' ', words);
    }
}
