using System.Text.RegularExpressions;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>What is printed before an item of a list.</summary>
internal static partial class ItemLabel
{
    private const string NeverInProse = "•●○◦▪■□➢➤►‣∙❖✓✗";
    private const string OnlyBeforeASpace = "·–—-*o§";
    private const int LongestLabel = 24;

    /// <summary>True for words that begin with the glyph of a bullet.</summary>
    public static bool HasGlyph(string text) =>
        text.Length > 0
        && (
            text[0] is >= '\uE000' and <= '\uF8FF'
            || NeverInProse.Contains(text[0], StringComparison.Ordinal)
            || (text.Length > 2 && OnlyBeforeASpace.Contains(text[0], StringComparison.Ordinal) && text[1] == ' ')
        );

    /// <summary>
    /// True where words that begin like an item are what a cell says. Raw: "✓", "a)", "–", "✗ No", each alone in its cell.
    /// </summary>
    /// <param name="isOnly">True where the cell says nothing else.</param>
    public static bool IsWords(Piece piece, bool isOnly)
    {
        var (_, glyph, text) = Read(piece);
        var words = InlineMarkup.ToPlainText(text).Trim();
        return words.Length == 0 || (BulletMarker.IsMark(glyph) && (isOnly || words.Length == 1));
    }

    /// <summary>True for what is printed as a label: "•", "(iv)", "Stage 2:". Some programs call the first line of a text a label too.</summary>
    public static bool IsLabel(string printed) => printed.Length <= LongestLabel && Label().IsMatch(printed);

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
        return (null, glyph is >= '\uE000' and <= '\uF8FF' or '·' ? '•' : glyph, BulletMarker.IsMark(glyph) ? $"{glyph} {text}" : text);
    }

    [GeneratedRegex(
        @"^(\p{Lu}\p{L}*\s(\d[\d.]*|\p{Lu}|[IVX]{1,5})|[(\[]?(\p{L}{1,2}|[ivxlIVXL]{1,6}|\p{L}?\d[\p{L}\d.]{0,11}))[.)\]:]*$|^[^\p{L}\d]{1,3}$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?<label>\(?[a-z]\)|\(?[ivx]{1,5}\)|[a-z]\.|\(?\d{1,3}[.)])\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Leading();
}
