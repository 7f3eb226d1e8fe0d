namespace StocksGreen.Induction.Domain.Staff;

/// <summary>The order of a list by surname, in which people look for a name on paper. Names themselves are printed as they are.</summary>
public static class SurnameOrder
{
    /// <summary>Words that belong to the surname after them: "van der Berg", "Ó Súilleabháin", "St John".</summary>
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "al",
        "ap",
        "bin",
        "bint",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "mac",
        "mc",
        "ní",
        "ó",
        "st",
        "st.",
        "ten",
        "ter",
        "van",
        "von",
    };

    /// <summary>What comes after a surname and is none.</summary>
    private static readonly HashSet<string> After = new(StringComparer.OrdinalIgnoreCase) { "BEM", "Jr", "Jr.", "MBE", "OBE", "Sr", "Sr." };

    /// <summary>By which a name is sorted: "van der Berg Dirk" for "Dirk van der Berg".</summary>
    /// <param name="fullName">As the person is known at school; a single word is its own surname.</param>
    public static string KeyOf(string fullName)
    {
        var words = fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var end = words.Length;
        while (end > 1 && After.Contains(words[end - 1].TrimEnd(',')))
        {
            end--;
        }

        var start = Math.Max(end - 1, 0);
        while (start > 1 && Particles.Contains(words[start - 1]))
        {
            start--;
        }

        return string.Join(' ', words[start..end].Concat(words[..start]));
    }
}
