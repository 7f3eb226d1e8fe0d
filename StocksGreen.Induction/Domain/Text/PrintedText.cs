using System.Globalization;
using System.Text;

namespace StocksGreen.Induction.Domain.Text;

/// <summary>Which characters the school's papers can print. Asked where a policy comes in, so that its publisher learns in time what papers will lack.</summary>
/// <remarks>
/// The letters of Europe and Vietnam, Arabic with Urdu and Persian, Hebrew, Devanagari, Bengali, Gurmukhi, Gujarati, Tamil, Sinhala, Thai, Ethiopic, Chinese,
/// Japanese, Korean, and the signs of policies. A test holds the table against the fonts.
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
        (0x0591, 0x05F4),
        (0x060C, 0x060F),
        (0x0610, 0x061B),
        (0x061E, 0x06DC),
        (0x06DE, 0x06FF),
        (0x0750, 0x077F), // Hebrew, Arabic
        (0x0900, 0x097F),
        (0x0980, 0x09FE),
        (0x0A01, 0x0A76),
        (0x0A81, 0x0AFF), // Devanagari, Bengali, Gurmukhi, Gujarati
        (0x0B82, 0x0BFA),
        (0x0D81, 0x0DF4),
        (0x0E01, 0x0E5B), // Tamil, Sinhala, Thai
        (0x10A0, 0x10C5),
        (0x10D0, 0x10FA), // Greek, Cyrillic, Armenian, Georgian
        (0x1100, 0x11FF),
        (0x1200, 0x1399), // Korean, Ethiopic
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
        (0x2701, 0x2728),
        (0x274C, 0x274C),
        (0x274E, 0x274E),
        (0x2753, 0x2757),
        (0x2795, 0x2797),
        (0x27A1, 0x27A1),
        (0x2934, 0x2935),
        (0x2B05, 0x2B07),
        (0x2B50, 0x2B50), // shapes, ticks, warnings, arrows
        (0x3000, 0x3029),
        (0x3030, 0x303F),
        (0x3041, 0x3096),
        (0x309B, 0x30FF),
        (0x3105, 0x312F),
        (0x3131, 0x318E),
        (0x4E00, 0x9FEF),
        (0xAC00, 0xD7A3), // Chinese, Japanese, Korean
        (0xFB00, 0xFB06), // ligatures
        (0xFF01, 0xFF9F), // wide forms
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
