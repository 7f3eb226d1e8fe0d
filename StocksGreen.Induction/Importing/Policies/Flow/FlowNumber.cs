using System.Globalization;
using System.Text;

namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>Numbers as lists print them.</summary>
internal static class FlowNumber
{
    private const int MostLetters = 10;
    private const int LargestRoman = 3_999;

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

    /// <param name="form">'1', 'a', 'A', 'i' or 'I'; a value that the form cannot say is printed as '1' would.</param>
    /// <param name="repeats">After z come aa, bb, cc; else aa, ab, ac.</param>
    internal static string Print(int value, char form, bool repeats = false)
    {
        var printed = form switch
        {
            'a' or 'A' when value > 0 => repeats ? RepeatedLetter(value) : Letters(value),
            'i' or 'I' when value is > 0 and <= LargestRoman => ToRoman(value),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };
        return char.IsUpper(form) ? printed.ToUpperInvariant() : printed;
    }

    private static string RepeatedLetter(int value) => new((char)('a' + ((value - 1) % 26)), Math.Min(((value - 1) / 26) + 1, MostLetters));

    private static string Letters(int value)
    {
        var letters = "";
        for (; value > 0; value = (value - 1) / 26)
        {
            letters = (char)('a' + ((value - 1) % 26)) + letters;
        }

        return letters;
    }

    private static string ToRoman(int value)
    {
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
}
