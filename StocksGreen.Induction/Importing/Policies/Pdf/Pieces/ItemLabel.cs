using System.Text.RegularExpressions;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>What is printed before an item of a list.</summary>
internal static partial class ItemLabel
{
    private const string NeverInProse = "•●○◦▪■□➢➤►‣∙❖✓✗";
    private const string OnlyBeforeASpace = "·–—-*o§";

    /// <summary>True for words that begin with the glyph of a bullet.</summary>
    public static bool HasGlyph(string text) =>
        text.Length > 0
        && (
            text[0] is >= '\uE000' and <= '\uF8FF'
            || NeverInProse.Contains(text[0], StringComparison.Ordinal)
            || (text.Length > 2 && OnlyBeforeASpace.Contains(text[0], StringComparison.Ordinal) && text[1] == ' ')
        );

    /// <returns>The label of a numbered or lettered item, else null; the glyph of a bullet; and the words without either.</returns>
    public static (string? Label, char Glyph, string Text) Read(Piece piece)
    {
        var text = piece.Text;
        var printed = piece.Label.Trim();
        if (printed.Length == 0 && Leading().Match(text) is { Success: true } found)
        {
            printed = found.Groups["label"].Value;
            text = text[found.Length..];
        }

        if (printed.Length > 1 && printed.Any(char.IsLetterOrDigit))
        {
            return (printed, '\0', text);
        }

        if (printed.Length == 0 && HasGlyph(piece.Plain) && text.Length > 0 && text[0] == piece.Plain[0])
        {
            printed = text[..1];
            text = text[1..].TrimStart();
        }

        var glyph = printed.Length == 0 ? '•' : printed[0];
        // A tick and a cross say what is allowed.
        return (null, glyph is >= '\uE000' and <= '\uF8FF' or '✓' or '✗' or '·' ? '•' : glyph, glyph is '✓' or '✗' ? $"{glyph} {text}" : text);
    }

    [GeneratedRegex(@"^(?<label>\(?[a-z]\)|\(?[ivx]{1,5}\)|[a-z]\.|\(?\d{1,3}[.)])\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Leading();
}
