using System.Text.RegularExpressions;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>A person's name as it is said: forename first, without a title.</summary>
internal static partial class PersonName
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
        "mme",
        "mlle",
    };

    /// <summary>From separate columns.</summary>
    internal static string Join(string forename, string surname)
    {
        (forename, surname) = (WithoutFormer(forename), WithoutFormer(surname));
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
        cell = WithoutFormer(cell);
        var parts = cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        parts = parts.Length > 2 ? Array.FindAll(parts, part => !IsTitle(part)) : parts;
        if (parts.Length == 2)
        {
            return WithoutTitle($"{WithoutTitle(parts[1])} {parts[0]}");
        }

        var words = WithoutTitle(cell).Split(' ');
        return isSurnameFirst && words.Length == 2 ? $"{words[1]} {words[0]}" : FromCapitals(words) ?? string.Join(' ', words);
    }

    /// <summary>Whether a preferred name is a whole one. Raw: "Millie Hart" next to the legal name "Amelia Hart" or "Hart, Amelia".</summary>
    internal static bool IsWhole(string preferred, string legal) =>
        preferred.LastIndexOf(' ') is var space and > 0 && Parse(legal, isSurnameFirst: false).EndsWith(preferred[space..], StringComparison.OrdinalIgnoreCase);

    /// <summary>Raw: "Mr &amp; Mrs Smith", "Ann and Bob Lee", "Miss B Moon / Mr C Neal".</summary>
    internal static bool IsOfTwo(string name) =>
        name.Contains('&', StringComparison.Ordinal) || name.Contains(" / ", StringComparison.Ordinal) || name.Split(' ').Any(IsAnd);

    private static bool IsAnd(string word) => word is "&" or "+" || word.Equals("and", StringComparison.OrdinalIgnoreCase);

    /// <summary>Raw: "Mrs", "Dr.", "Rev'd".</summary>
    internal static bool IsTitle(string word) =>
        Titles.Contains(word.TrimEnd('.').Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal));

    /// <summary>Raw: "SINGH Harpreet", "VAN DER BERG Dirk", "O'NEILL Mrs Siobhán": capitals say that the surname is first.</summary>
    /// <returns>Null where they do not: "Harpreet SINGH", "HARPREET SINGH", "JP Hart".</returns>
    private static string? FromCapitals(string[] words)
    {
        var count = words.TakeWhile(IsInCapitals).Count();
        var surname = words[..count];
        var forename = WithoutTitle(string.Join(' ', words[count..]));
        return
            count == 0
            || forename.Length < 2
            || !Array.Exists(surname, word => word.Length > 2)
            || !Array.TrueForAll(words[count..], word => word.Any(char.IsLower))
            ? null
            : $"{forename} {string.Join(' ', surname.Select((word, i) => InSmallLetters(word, isParticle: i < count - 1)))}";
    }

    private static bool IsInCapitals(string word) =>
        word.Count(char.IsLetter) > 1 && !word.Any(char.IsLower) && !IsTitle(word) && !word.Contains('.', StringComparison.Ordinal);

    /// <summary>Raw: "SINGH", "ADEYEMI-CLARKE", "O'NEILL", "MCDONALD", and "VAN" before "BERG".</summary>
    private static string InSmallLetters(string word, bool isParticle)
    {
        var small = word.ToLowerInvariant();
        if (
            isParticle
            && small is "van" or "von" or "de" or "der" or "den" or "del" or "della" or "da" or "dos" or "du" or "la" or "le" or "ap" or "al" or "bin" or "ibn"
        )
        {
            return small;
        }

        return string.Concat(
            small.Select(
                (sign, i) =>
                    i == 0 || small[i - 1] is '-' or '\'' or '’' || (i == 2 && small.StartsWith("mc", StringComparison.Ordinal))
                        ? char.ToUpperInvariant(sign)
                        : sign
            )
        );
    }

    /// <summary>Raw: "Patel (née Shah)", "Bennett [formerly Cox]", "Patel née Shah": what someone was called before is no name of theirs now.</summary>
    private static string WithoutFormer(string name) => Former().Replace(name, "").Trim();

    [GeneratedRegex(
        @"\s*[(\[]\s*(n[ée]e|born|formerly|former|previously|prev|maiden( name)?|was|fka)\b[^)\]]*[)\]]|\s+née\s[^,]*",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Former();

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
