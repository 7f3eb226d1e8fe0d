using System.Globalization;
using System.Text;

namespace StocksGreen.Induction.Domain.Text;

/// <summary>Text as people look for it: without case and accents, so that "zoe" finds Zoë and "lukasz" finds Łukasz.</summary>
public static class SearchText
{
    /// <summary>True when every word of <paramref name="search"/> stands somewhere in <paramref name="text"/>.</summary>
    public static bool Matches(string text, string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return true;
        }

        var folded = Fold(text);
        return Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => folded.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Lower case, without combining marks; letters with a stroke lose it; typographic apostrophes become plain.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(
                    char.ToLowerInvariant(c) switch
                    {
                        'ł' => 'l',
                        'ø' => 'o',
                        'đ' => 'd',
                        '’' or '‘' => '\'',
                        var lower when char.IsWhiteSpace(lower) => ' ',
                        var lower => lower,
                    }
                );
            }
        }

        return folded.ToString();
    }
}
