using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Importing.Policies.Flow;

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

    internal static string Print(int value, NumberFormatValues format) =>
        format switch
        {
            _ when format == NumberFormatValues.None => "",
            _ when format == NumberFormatValues.UpperLetter => FlowNumber.Print(value, 'A', repeats: true),
            _ when format == NumberFormatValues.LowerLetter => FlowNumber.Print(value, 'a', repeats: true),
            _ when format == NumberFormatValues.UpperRoman => FlowNumber.Print(value, 'I'),
            _ when format == NumberFormatValues.LowerRoman => FlowNumber.Print(value, 'i'),
            _ when format == NumberFormatValues.DecimalZero => value.ToString("00", CultureInfo.InvariantCulture),
            _ when format == NumberFormatValues.Ordinal => $"{value.ToString(CultureInfo.InvariantCulture)}{Suffix(value)}",
            _ when format == NumberFormatValues.CardinalText => Capital(Cardinal(value)),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };

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
