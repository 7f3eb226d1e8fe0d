using System.Globalization;
using System.Text;

namespace StocksGreen.Induction.Domain.Text;

/// <summary>Names and titles: one line in which each character can be seen.</summary>
public static class PlainLine
{
    /// <summary>What a form says of one that holds more.</summary>
    public const string Refusal = "This holds a character that cannot be seen, such as one that turns the order of letters round. Type it again by hand.";

    /// <summary>
    /// True where a character controls instead of being shown: line ends, NUL, marks that turn the order of letters round
    /// (U+202E), spaces without width, halves
    /// of a character. The joiners U+200C and U+200D are let be: names in Persian and Sinhala are written with them.
    /// </summary>
    public static bool HasUnseen(string? text)
    {
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (
                rune == Rune.ReplacementChar
                || Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is wrong with the fields of a form that are names; each key once.</summary>
    public static IEnumerable<ValidationError> Errors(params IEnumerable<(string Key, string? Text)> names) =>
        names.Where(name => HasUnseen(name.Text)).Select(name => new ValidationError(name.Key, Refusal));
}
