namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>What the signs of symbol fonts show.</summary>
internal static class SymbolFont
{
    /// <param name="font">Its name as in the file, "ABCDEE+Wingdings" or "SymbolMT".</param>
    /// <param name="text">The sign as the file maps it: a letter, or a character for private use.</param>
    public static string Read(string font, string text)
    {
        var isWingdings = font.Contains("Wingdings", StringComparison.OrdinalIgnoreCase) && !font.Contains("Wingdings2", StringComparison.OrdinalIgnoreCase);
        var isSymbol = font.Contains("Symbol", StringComparison.OrdinalIgnoreCase);
        if (text.Length != 1 || (!isWingdings && !isSymbol && text[0] is not (>= '\uF000' and <= '\uF0FF')))
        {
            return text;
        }

        var code = text[0] is >= '\uF000' and <= '\uF0FF' ? text[0] - '\uF000' : text[0];
        return (isWingdings, code) switch
        {
            (true, 0xFC or 0xFE) => "✓",
            (true, 0xFB or 0xFD) => "✗",
            (true, 0xA7) => "▪",
            (true, 0xD8) => "➢",
            (true, 0x6E) => "■",
            (true, 0x6F or 0xA8 or 0x71) => "□",
            (true, 0x6C or 0x9F) => "●",
            (true, 0x76) => "❖",
            (true, 0xE0) => "→",
            (true, 0x28 or 0x29) => "☎",
            (true, 0x2A) => "✉",
            (false, 0xB7) => "•",
            (false, 0xA3) => "≤",
            (false, 0xB3) => "≥",
            (false, 0xAE) => "→",
            (false, 0x2D) => "–",
            _ => text,
        };
    }
}
