using System.Globalization;
using System.Text;

namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>Names of files that every system can unpack and that lead nowhere outside the pack.</summary>
internal static class EvidencePackFileNames
{
    private const int Longest = 60;

    /// <summary>Letters, digits, spaces and hyphens of any language; never empty, never a name that Windows keeps for itself, never too long.</summary>
    public static string Safe(string text)
    {
        var name = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (name.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            name.Append(
                Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark || rune.Value is '-' or '\'' or '’'
                    ? rune.ToString()
                    : " "
            );
        }

        var words = string.Join(' ', name.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? "unnamed"
            : IsDevice(words) ? words + " file"
            : words;
    }

    private static bool IsDevice(string name) =>
        name.ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL" or ['C', 'O', 'M', >= '0' and <= '9'] or ['L', 'P', 'T', >= '0' and <= '9'];
}
