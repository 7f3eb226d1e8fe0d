using System.Collections.Frozen;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>What the signs of symbol fonts show.</summary>
internal static class SymbolFont
{
    // Longer names first.
    private static readonly (string Font, FrozenDictionary<int, string> Signs)[] Fonts =
    [
        ("Wingdings2", Of((0x4F, "✗"), (0x50, "✓"), (0x51, "☒"), (0x52, "☑"), (0x53, "☒"), (0x54, "☒"), (0x97, "●"), (0xA2, "■"), (0xA3, "☐"), (0xAE, "◆"))),
        ("Wingdings3", Of((0x66, "←"), (0x67, "→"), (0x68, "↑"), (0x69, "↓"), (0x7D, "►"))),
        (
            "Wingdings",
            Of(
                (0xFC, "✓"),
                (0xFE, "✓"),
                (0xFB, "✗"),
                (0xFD, "✗"),
                (0xA7, "▪"),
                (0xD8, "➢"),
                (0x6E, "■"),
                (0x6F, "□"),
                (0xA8, "□"),
                (0x71, "□"),
                (0x6C, "●"),
                (0x9F, "●"),
                (0x76, "❖"),
                (0xE0, "→"),
                (0x28, "☎"),
                (0x29, "☎"),
                (0x2A, "✉")
            )
        ),
        ("Webdings", Of((0x61, "✓"), (0x72, "✗"), (0x63, "☐"), (0x67, "■"), (0x6E, "●"))),
        ("Dingbats", Of((0x33, "✓"), (0x34, "✔"), (0x35, "✗"), (0x36, "✗"), (0x37, "✗"), (0x38, "✘"), (0x6C, "●"), (0x6E, "■"), (0x6F, "☐"), (0x71, "☐"))),
    ];

    // Also what a font of any other name puts where symbol fonts have their signs.
    private static readonly FrozenDictionary<int, string> Symbol = Of((0xB7, "•"), (0xA3, "≤"), (0xB3, "≥"), (0xAE, "→"), (0x2D, "–"));

    /// <param name="font">Its name as in the file, "ABCDEE+Wingdings" or "SymbolMT".</param>
    /// <param name="text">The sign as the file maps it: a letter, or a character for private use.</param>
    public static string Read(string font, string text)
    {
        if (text.Length != 1 || text[0] is not (< '\u0100' or (>= '\uF000' and <= '\uF0FF')))
        {
            return text;
        }

        var isPrivate = text[0] >= '\uF000';
        var signs = SignsOf(font) ?? (isPrivate || font.Contains("Symbol", StringComparison.OrdinalIgnoreCase) ? Symbol : null);
        return signs?.GetValueOrDefault(isPrivate ? text[0] - '\uF000' : text[0]) ?? text;
    }

    /// <summary>Raw: "BCDGEE+Wingdings-Regular", "Wingdings 2", "ABCDEF+ZapfDingbats".</summary>
    private static FrozenDictionary<int, string>? SignsOf(string font) =>
        font.Contains("dings", StringComparison.OrdinalIgnoreCase) || font.Contains("Dingbats", StringComparison.OrdinalIgnoreCase)
            ? Fonts.FirstOrDefault(each => Key(font).Contains(each.Font, StringComparison.OrdinalIgnoreCase)).Signs
            : null;

    private static string Key(string font) => string.Concat(font.Where(char.IsLetterOrDigit));

    private static FrozenDictionary<int, string> Of(params (int Code, string Sign)[] signs) => signs.ToFrozenDictionary(each => each.Code, each => each.Sign);
}
