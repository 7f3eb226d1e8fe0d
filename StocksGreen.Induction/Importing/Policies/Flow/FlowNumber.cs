using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Importing.Policies.Word;

namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>Numbers as lists print them.</summary>
internal static class FlowNumber
{
    /// <param name="form">'1', 'a', 'A', 'i' or 'I'.</param>
    /// <param name="repeats">After z come aa, bb, cc; else aa, ab, ac.</param>
    internal static string Print(int value, char form, bool repeats = false) =>
        form switch
        {
            'a' or 'A' when value > 0 => Case(repeats ? NumberWords.Print(value, NumberFormatValues.LowerLetter) : Letters(value), form),
            'i' => NumberWords.Print(value, NumberFormatValues.LowerRoman),
            'I' => NumberWords.Print(value, NumberFormatValues.UpperRoman),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };

    private static string Case(string letters, char form) => form == 'A' ? letters.ToUpperInvariant() : letters;

    private static string Letters(int value)
    {
        var letters = "";
        for (; value > 0; value = (value - 1) / 26)
        {
            letters = (char)('a' + ((value - 1) % 26)) + letters;
        }

        return letters;
    }
}
