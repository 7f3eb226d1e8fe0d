using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Numbers in the forms that Word counts in.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly (int Value, string Digits)[] Roman =
    [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];

    internal static string Print(int value, NumberFormatValues format) =>
        format switch
        {
            _ when format == NumberFormatValues.None => "",
            _ when format == NumberFormatValues.UpperLetter => Letter(value).ToUpperInvariant(),
            _ when format == NumberFormatValues.LowerLetter => Letter(value),
            _ when format == NumberFormatValues.UpperRoman => ToRoman(value).ToUpperInvariant(),
            _ when format == NumberFormatValues.LowerRoman => ToRoman(value),
            _ when format == NumberFormatValues.DecimalZero => value.ToString("00", CultureInfo.InvariantCulture),
            _ when format == NumberFormatValues.Ordinal => $"{value.ToString(CultureInfo.InvariantCulture)}{Suffix(value)}",
            _ when format == NumberFormatValues.CardinalText => Capital(Cardinal(value)),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>a … z, aa, bb …</summary>
    private static string Letter(int value) =>
        value < 1 ? value.ToString(CultureInfo.InvariantCulture) : new string((char)('a' + ((value - 1) % 26)), Math.Min(((value - 1) / 26) + 1, 10));

    private static string ToRoman(int value)
    {
        if (value is < 1 or > 3999)
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        var digits = new StringBuilder();
        foreach (var (worth, letters) in Roman)
        {
            for (; value >= worth; value -= worth)
            {
                digits.Append(letters);
            }
        }

        return digits.ToString();
    }

    private static string Cardinal(int value) =>
        value switch
        {
            < 0 or > 99 => value.ToString(CultureInfo.InvariantCulture),
            < 20 => Small[value],
            _ => Tens[value / 10] + (value % 10 == 0 ? "" : "-" + Small[value % 10]),
        };

    private static string Suffix(int value) =>
        (value % 100) is >= 11 and <= 13
            ? "th"
            : (value % 10) switch
            {
                1 => "st",
                2 => "nd",
                3 => "rd",
                _ => "th",
            };

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
