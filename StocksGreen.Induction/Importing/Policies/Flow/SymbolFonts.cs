using System.Globalization;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>The signs of symbol fonts as characters that every font has: in Wingdings the letter ü is a tick.</summary>
internal static class SymbolFonts
{
    private static readonly Dictionary<int, string> Wingdings = new()
    {
        [0x22] = "✂",
        [0x28] = "☎",
        [0x29] = "✆",
        [0x2A] = "✉",
        [0x2B] = "✉",
        [0x36] = "⌛",
        [0x4A] = "☺",
        [0x4B] = "😐",
        [0x4C] = "☹",
        [0x6C] = "●",
        [0x6D] = "○",
        [0x6E] = "■",
        [0x6F] = "☐",
        [0x70] = "☐",
        [0x71] = "☐",
        [0x72] = "☐",
        [0x73] = "◆",
        [0x74] = "◆",
        [0x75] = "◆",
        [0x76] = "❖",
        [0x77] = "◆",
        [0x78] = "☒",
        [0x9E] = "•",
        [0x9F] = "•",
        [0xA1] = "○",
        [0xA2] = "○",
        [0xA3] = "○",
        [0xA7] = "▪",
        [0xA8] = "☐",
        [0xAB] = "★",
        [0xD8] = "➢",
        [0xDC] = "➲",
        [0xDF] = "←",
        [0xE0] = "→",
        [0xE1] = "↑",
        [0xE2] = "↓",
        [0xE7] = "←",
        [0xE8] = "→",
        [0xE9] = "↑",
        [0xEA] = "↓",
        [0xEF] = "⇦",
        [0xF0] = "⇨",
        [0xF1] = "⇧",
        [0xF2] = "⇩",
        [0xF3] = "⬄",
        [0xFB] = "✗",
        [0xFC] = "✓",
        [0xFD] = "☒",
        [0xFE] = "☑",
    };

    private static readonly Dictionary<int, string> Wingdings2 = new()
    {
        [0x27] = "☎",
        [0x4F] = "✗",
        [0x50] = "✓",
        [0x51] = "☒",
        [0x52] = "☑",
        [0x53] = "☒",
        [0x54] = "☒",
        [0x97] = "●",
        [0xA2] = "■",
        [0xA3] = "☐",
        [0xAE] = "◆",
    };

    private static readonly Dictionary<int, string> Wingdings3 = new()
    {
        [0x66] = "←",
        [0x67] = "→",
        [0x68] = "↑",
        [0x69] = "↓",
        [0x70] = "▲",
        [0x71] = "▼",
        [0x74] = "◀",
        [0x75] = "▶",
        [0x7D] = "▶",
        [0x84] = "◀",
    };

    private static readonly Dictionary<int, string> Webdings = new()
    {
        [0x31] = "☐",
        [0x33] = "◀",
        [0x34] = "▶",
        [0x35] = "▲",
        [0x36] = "▼",
        [0x61] = "✓",
        [0x63] = "☐",
        [0x67] = "■",
        [0x69] = "ℹ",
        [0x6E] = "●",
        [0x72] = "✗",
        [0x78] = "✗",
        [0x9A] = "✉",
        [0xC9] = "☎",
        [0xEA] = "⚠",
    };

    private static readonly Dictionary<int, string> Symbol = new()
    {
        [0xA2] = "′",
        [0xA3] = "≤",
        [0xA5] = "∞",
        [0xAB] = "↔",
        [0xAC] = "←",
        [0xAD] = "↑",
        [0xAE] = "→",
        [0xAF] = "↓",
        [0xB0] = "°",
        [0xB1] = "±",
        [0xB2] = "″",
        [0xB3] = "≥",
        [0xB4] = "×",
        [0xB7] = "•",
        [0xB8] = "÷",
        [0xB9] = "≠",
        [0xBA] = "≡",
        [0xBB] = "≈",
        [0xBC] = "…",
        [0xD2] = "®",
        [0xD3] = "©",
        [0xD4] = "™",
        [0xD6] = "√",
        [0xDB] = "⇔",
        [0xDC] = "⇐",
        [0xDE] = "⇒",
        [0xE0] = "◊",
        [0xE5] = "∑",
    };

    // From A on; Symbol has the Greek letters in the places of the Latin ones.
    private const string GreekCapitals = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    private const string GreekSmall = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

    /// <summary>True for a font whose letters are signs.</summary>
    internal static bool IsSymbolFont(string? font) => font is not null && TableOf(font) is not null;

    /// <summary>Raw: F0FC in Wingdings → ✓.</summary>
    /// <param name="font">Empty where the file does not say: then Symbol and Wingdings agree on the bullets that Word itself makes.</param>
    /// <param name="code">0x20 to 0xFF, or the same in the private area from 0xF000.</param>
    /// <returns>Null where the sign is not known.</returns>
    internal static string? Translate(string font, int code)
    {
        var at = code is >= 0xF000 and <= 0xF0FF ? code - 0xF000 : code;
        if (at is 0x20 or 0xA0)
        {
            return " ";
        }

        if (TableOf(font) is not { } table)
        {
            return code == 0xF0B7 ? "•"
                : code is >= 0xE000 and <= 0xF8FF ? Wingdings.GetValueOrDefault(at)
                : char.ConvertFromUtf32(code);
        }

        return table.TryGetValue(at, out var known) ? known
            : !ReferenceEquals(table, Symbol) ? null
            : at is >= 'A' and <= 'Z' ? GreekCapitals[at - 'A'].ToString()
            : at is >= 'a' and <= 'z' ? GreekSmall[at - 'a'].ToString()
            : at is > 0x20 and < 0x7F ? ((char)at).ToString()
            : null;
    }

    /// <summary>Words with their signs as characters. Raw: U+F0FE in Wingdings, which prints a box with a tick.</summary>
    /// <param name="font">Null or empty where the file does not say.</param>
    internal static string Print(string words, string? font, FlowTally tally)
    {
        var isOfSigns = IsSymbolFont(font);
        return isOfSigns || words.Any(IsPrivate)
            ? string.Concat(words.Select(c => !char.IsWhiteSpace(c) && (isOfSigns || IsPrivate(c)) ? Print(c, isOfSigns ? font! : "", tally) : c.ToString()))
            : words;
    }

    /// <summary>One sign, as <see cref="Translate"/>; one that is not known is listed and stands as U+FFFD.</summary>
    internal static string Print(int code, string font, FlowTally tally)
    {
        if (Translate(font, code) is { } sign)
        {
            return sign;
        }

        tally.LeaveOut(LeftOutKind.Symbol, Name(font, code));
        return "\uFFFD";
    }

    /// <summary>A sign that is not known, in words.</summary>
    internal static string Name(string font, int code) =>
        string.Create(CultureInfo.InvariantCulture, $"Sign {code & 0xFF:X2} of the font {(font.Length == 0 ? "of signs" : font)}");

    private static bool IsPrivate(char c) => c is >= '\uE000' and <= '\uF8FF';

    private static Dictionary<int, string>? TableOf(string font) =>
        font.ToUpperInvariant() switch
        {
            "WINGDINGS" => Wingdings,
            "WINGDINGS 2" => Wingdings2,
            "WINGDINGS 3" => Wingdings3,
            "WEBDINGS" => Webdings,
            "SYMBOL" => Symbol,
            _ => null,
        };
}
