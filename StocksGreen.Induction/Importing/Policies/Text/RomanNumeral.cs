namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Capital Roman numerals up to XXXIX, which is as far as a policy's sections go.</summary>
internal static class RomanNumeral
{
    private static readonly string[] Units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

    /// <returns>Null where the text is no such numeral.</returns>
    public static int? TryRead(string text)
    {
        var tens = text.AsSpan().IndexOfAnyExcept('X');
        tens = tens < 0 ? text.Length : tens;
        var units = Array.IndexOf(Units, text[tens..]);
        return text.Length > 0 && tens <= 3 && units >= 0 ? (tens * 10) + units : null;
    }
}
