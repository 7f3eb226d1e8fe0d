using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>How PDF spells numbers, strings, dates and references.</summary>
internal static class PdfSyntax
{
    /// <summary>A length in points to a hundredth, and a space.</summary>
    public static StringBuilder AppendNumber(this StringBuilder output, double value)
    {
        var hundredths = (long)Math.Round(value * 100, MidpointRounding.AwayFromZero);
        if (hundredths < 0)
        {
            output.Append('-');
            hundredths = -hundredths;
        }

        output.Append(hundredths / 100);
        var rest = (int)(hundredths % 100);
        if (rest != 0)
        {
            output.Append('.').Append((char)('0' + (rest / 10)));
            if (rest % 10 != 0)
            {
                output.Append((char)('0' + (rest % 10)));
            }
        }

        return output.Append(' ');
    }

    /// <summary>Three colour components and the operator that sets them.</summary>
    public static StringBuilder AppendColour(this StringBuilder output, Colour colour, string operation)
    {
        foreach (var component in (byte[])[colour.Red, colour.Green, colour.Blue])
        {
            output.Append(CultureInfo.InvariantCulture, $"{component / 255.0:0.###} ");
        }

        return output.Append(operation).Append('\n');
    }

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Reference(int id) => Invariant($"{id} 0 R");

    /// <summary>A text string: ASCII as it is, anything else as UTF-16 with its mark.</summary>
    public static string Text(string text)
    {
        var isPlain = text.All(c => c is >= ' ' and <= '~' and not ('(' or ')' or '\\'));
        return isPlain ? "(" + text + ")" : "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) + ">";
    }

    public static string Date(DateTimeOffset instant) => "(" + instant.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture) + ")";

    /// <summary>Drops what neither XML nor a person can read in a title: controls, halves of surrogate pairs and noncharacters.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text.EnumerateRunes())
        {
            var isNoncharacter = (character.Value & 0xFFFE) == 0xFFFE;
            if (!Rune.IsControl(character) && !isNoncharacter)
            {
                clean.Append(character);
            }
        }

        return clean.ToString();
    }
}
