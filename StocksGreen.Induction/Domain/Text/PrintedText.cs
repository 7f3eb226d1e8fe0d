using System.Globalization;
using System.Text;

namespace StocksGreen.Induction.Domain.Text;

/// <summary>
/// Which characters the school's papers can print. Asked where names and texts come in, so that no paper ever shows a box in place of a letter.
/// </summary>
/// <remarks>
/// European and Vietnamese letters, Greek, Cyrillic, Armenian, Georgian and the signs of policies. Not scripts that are written from right to left, that shape
/// their letters to one another, or that have thousands of signs (Arabic, Hebrew, Indic, Chinese, Japanese, Korean), and no emoji.
/// A test holds the table against the fonts.
/// </remarks>
public static class PrintedText
{
    private static readonly (int First, int Last)[] Printed =
    [
        (0x0020, 0x007E),
        (0x00A0, 0x02AF),
        (0x02B0, 0x02DF),
        (0x0300, 0x034E), // Latin and its marks
        (0x0370, 0x03FF),
        (0x0400, 0x0525),
        (0x0531, 0x0556),
        (0x0561, 0x0587),
        (0x10A0, 0x10C5),
        (0x10D0, 0x10FA), // Greek, Cyrillic, Armenian, Georgian
        (0x1E00, 0x1EFB),
        (0x1F00, 0x1FFF), // Welsh, Vietnamese, older Greek
        (0x2010, 0x2027),
        (0x2030, 0x205E),
        (0x2070, 0x209C),
        (0x20A0, 0x20B5),
        (0x20B8, 0x20BA), // dashes and quotes, raised figures, currencies
        (0x2100, 0x2109),
        (0x210B, 0x2149),
        (0x2150, 0x2185),
        (0x2190, 0x22FF), // signs, fractions, arrows, mathematics
        (0x2500, 0x269C),
        (0x26A0, 0x26B8),
        (0x2701, 0x2704),
        (0x2706, 0x2709),
        (0x270C, 0x2727),
        (0xFB00, 0xFB06), // shapes, ticks, warnings, ligatures
    ];

    public static bool Has(Rune character) => Array.Exists(Printed, range => character.Value >= range.First && character.Value <= range.Last);

    /// <returns>What cannot be printed of a text, each once and in order; white space, line ends and what has no shape do not count.</returns>
    public static IReadOnlyList<string> Missing(string? text) =>
        [
            .. (text ?? "")
                .EnumerateRunes()
                .Where(character => !Has(character) && HasShape(character))
                .Select(character => character.ToString())
                .Distinct(StringComparer.Ordinal),
        ];

    /// <returns>A sentence that says which characters of a name cannot be printed; null where all can.</returns>
    public static string? Refusal(string? name) =>
        Missing(name) switch
        {
            [] => null,
            [var one] => $"“{one}” cannot be printed on the school’s papers. Write the name in Latin letters, as a passport does.",
            var many => $"{string.Join(" ", many.Take(8))} cannot be printed on the school’s papers. Write the name in Latin letters, as a passport does.",
        };

    private static bool HasShape(Rune character) =>
        Rune.GetUnicodeCategory(character)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            )
        && character.Value is not (>= 0xFE00 and <= 0xFE0F) and not (>= 0xE0100 and <= 0xE01EF); // variation selectors
}
