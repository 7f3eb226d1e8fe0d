using System.Net;
using System.Text;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Makes one plain form of what converters leave behind: line ends, spaces, invisible characters, ligatures, entities and tags.</summary>
internal static class TextCleaning
{
    /// <summary>Text with <c>\n</c> for line ends, <c>\f</c> alone on its line for page breaks, and no tags but those of emphasis.</summary>
    public static string Clean(string text, WarningList warnings)
    {
        // Raw: "Parents &amp; carers", "&lt;u&gt;and&lt;/u&gt;"
        var decoded = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        var cleaned = StruckText.LeaveOut(CleanCharacters(decoded, warnings), warnings);
        return cleaned.Contains('<', StringComparison.Ordinal) ? StripTags(cleaned, warnings) : cleaned;
    }

    /// <summary>Text without invisible characters, with plain spaces and <c>\n</c> for line ends.</summary>
    public static string CleanCharacters(string text, WarningList warnings)
    {
        if (text.Any(IsDirectionMark))
        {
            warnings.Add("Removed invisible marks that turn the direction of writing round: they can make words look like others. Check the text.");
        }

        var cleaned = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\r':
                    cleaned.Append('\n');
                    i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                    break;
                case '\v' or '\u0085' or '\u2028' or '\u2029':
                    cleaned.Append('\n');
                    break;
                case '\f':
                    cleaned.Append("\n\f\n");
                    break;
                case '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000':
                    cleaned.Append(' ');
                    break;
                case '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'):
                    break;
                case '\u200C' or '\u200D' when cleaned.Length == 0 || cleaned[^1] < '\u0600':
                    break; // joiners mean something in Persian, Hindi and emoji, never in English or Welsh
                case '\u00AD' when !EndsLine(text, i + 1):
                    break; // a soft hyphen inside a line; at its end it says that the word goes on, which LineJoining reads
                case '\uFB00' or '\uFB01' or '\uFB02' or '\uFB03' or '\uFB04' or '\uFB05' or '\uFB06':
                    cleaned.Append(Ligature(c));
                    break;
                case < ' ' and not ('\t' or '\n') or (>= '\u007F' and <= '\u009F') or '\uFFFE' or '\uFFFF':
                    break; // only an entity such as &#1; can bring one here
                default:
                    cleaned.Append(char.IsSurrogate(c) && !IsPaired(text, i) ? '\uFFFD' : c);
                    break;
            }
        }

        return cleaned.ToString();
    }

    private static bool IsDirectionMark(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Ligature(char c) =>
        c switch
        {
            '\uFB00' => "ff",
            '\uFB01' => "fi",
            '\uFB02' => "fl",
            '\uFB03' => "ffi",
            '\uFB04' => "ffl",
            _ => "st",
        };

    private static bool IsPaired(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) : at > 0 && char.IsHighSurrogate(text[at - 1]);

    private static bool EndsLine(string text, int at) => at >= text.Length || text[at] is '\n' or '\r';

    private static string StripTags(string text, WarningList warnings)
    {
        var stripped = new StringBuilder(text.Length);
        var found = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && HtmlTag.TryRead(text, i) is { IsInline: false } tag)
            {
                stripped.Append(tag.SeparatesWords ? " " : "");
                found.Add(tag.Inside.TrimStart('/'));
                i += tag.Length - 1;
            }
            else
            {
                stripped.Append(text[i]);
            }
        }

        if (found.Count > 0)
        {
            warnings.Add($"Removed markup that is not part of the words: {WarningList.Quote(found)}.");
        }

        return stripped.ToString();
    }
}
