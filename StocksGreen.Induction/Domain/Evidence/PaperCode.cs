using System.Globalization;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>
/// What stands on a paper so that anyone can ask the school about it: the number of the evidence entry and the beginning of its hash. The number
/// alone would be guessed; with the hash only someone who has the paper can ask.
/// </summary>
/// <param name="Number">Of the evidence entry, from 1.</param>
/// <param name="HashStart">The first 12 of the 64 digits of its hash, lower case.</param>
public readonly record struct PaperCode(long Number, string HashStart)
{
    private const int Digits = 12;
    private const int LongestWritten = 60;

    public static PaperCode From(EvidenceEntry entry) => From(entry.Number, entry.Hash);

    /// <param name="hash">The whole hash of the entry, 64 hexadecimal digits.</param>
    public static PaperCode From(long number, string hash) => new(number, hash[..Digits]);

    /// <summary>Reads a code as people type it: spaces, capitals, “No.” and other dashes are forgiven.</summary>
    /// <returns>Null where it can be no code.</returns>
    public static PaperCode? Parse(string? written)
    {
        if (written is null || written.Length > LongestWritten)
        {
            return null;
        }

        var plain = string.Concat(written.ToLowerInvariant().Where(c => !char.IsWhiteSpace(c))).Replace('–', '-').Replace('‑', '-').Replace('—', '-');
        plain = plain.StartsWith("no.", StringComparison.Ordinal) ? plain[3..] : plain;
        return
            plain.Split('-') is [var number, { Length: Digits } start]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            && parsed > 0
            && start.All(char.IsAsciiHexDigitLower)
            ? new PaperCode(parsed, start)
            : null;
    }

    /// <summary>Whether this code was printed for that entry.</summary>
    public bool Names(EvidenceEntry entry) => entry.Number == Number && entry.Hash.StartsWith(HashStart, StringComparison.Ordinal);

    /// <summary>"1042-9f3a61c07b2e".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}-{HashStart}");
}
