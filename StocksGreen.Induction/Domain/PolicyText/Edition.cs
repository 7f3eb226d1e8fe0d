using System.Globalization;

namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>An edition of outside guidance: "KCSIE 2024".</summary>
public readonly record struct Edition(string Name, int Year)
{
    /// <summary>Reads "KCSIE 2024": a name and a year at the end.</summary>
    /// <returns>Null where the text is not so.</returns>
    public static Edition? TryParse(string? text)
    {
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return
            words.Length >= 2
            && words[^1].Length == 4
            && int.TryParse(words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1990 and < 2100
            ? new Edition(string.Join(' ', words[..^1]), year)
            : null;
    }

    /// <summary>True for an older edition of the same guidance.</summary>
    public bool IsSupersededBy(Edition other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase) && Year < other.Year;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Year}");
}
