using System.Globalization;
using System.Text;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>The type that documents are set in, and which characters it can draw.</summary>
/// <remarks>
/// Source Sans 3: Latin (with Welsh, Polish and Vietnamese), Greek and Cyrillic. What it lacks of <see cref="PrintedText"/>, such as Hausa, Armenian and
/// Georgian
/// letters, DejaVu Sans draws. Not Arabic, Hebrew, Indic scripts, Chinese, Japanese, Korean or emoji: those would need shaping or other fonts, and are refused
/// where they are entered. A character without a glyph is never drawn as an empty box, because that would break PDF/UA and PDF/A besides looking wrong.
/// </remarks>
public static class FontSet
{
    private static readonly Rune Replacement = new('\uFFFD');
    private static readonly Rune Question = new('?');
    private static readonly Rune Space = new(' ');

    private static readonly Dictionary<FontFace, TrueTypeFont> Faces = new()
    {
        [FontFace.Regular] = Load("SourceSans3_400Regular", "SourceSans3-Regular"),
        [FontFace.Italic] = Load("SourceSans3_400Regular_Italic", "SourceSans3-Italic"),
        [FontFace.SemiBold] = Load("SourceSans3_600SemiBold", "SourceSans3-SemiBold"),
        [FontFace.Bold] = Load("SourceSans3_700Bold", "SourceSans3-Bold"),
    };

    private static readonly TrueTypeFont Fallback = Load("DejaVuSans", "DejaVuSans");

    public static TrueTypeFont Get(FontFace face) => Faces[face];

    /// <summary>The text as documents set it: composed (NFC), on one line, without control, formatting and variation characters.</summary>
    /// <remarks>The soft hyphen goes too: type would show it as a hyphen in the middle of a line.</remarks>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        // Normalising refuses a lone half of a surrogate pair and U+FFFE, so they go first: halves become U+FFFD, as enumerating runes makes them.
        foreach (var character in WholeCharacters(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(character))
            {
                case UnicodeCategory.Control when Rune.IsWhiteSpace(character):
                case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    clean.Append(' ');
                    break;
                case UnicodeCategory.SpaceSeparator when character.Value != 0xA0:
                    clean.Append(' ');
                    break;
                case UnicodeCategory.Control or UnicodeCategory.Format:
                case UnicodeCategory.NonSpacingMark when IsVariationSelector(character):
                    break;
                default:
                    clean.Append(character);
                    break;
            }
        }

        return clean.ToString();
    }

    /// <summary>The cleaned text in stretches of one font each, with U+FFFD (or a question mark) for each character that no font here can draw.</summary>
    public static IReadOnlyList<(string Text, TrueTypeFont Font)> ToDrawable(string text, FontFace face)
    {
        var stretches = new List<(StringBuilder Text, TrueTypeFont Font)>();
        foreach (var character in Clean(text).EnumerateRunes())
        {
            var own = FontOf(character, face);
            var font = own ?? Faces[face];
            if (stretches.Count == 0 || stretches[^1].Font != font)
            {
                stretches.Add((new StringBuilder(), font));
            }

            stretches[^1].Text.Append(own is null ? Substitute(font, character) : character);
        }

        return [.. stretches.Select(stretch => (stretch.Text.ToString(), stretch.Font))];
    }

    /// <returns>The face itself where it has the character, else the one that steps in; null where neither can draw it rightly.</returns>
    private static TrueTypeFont? FontOf(Rune character, FontFace face) =>
        Draws(Faces[face], character) ? Faces[face]
        : PrintedText.Has(character) && Draws(Fallback, character) ? Fallback
        : null;

    private static Rune Substitute(TrueTypeFont font, Rune missing)
    {
        var isSpace = Rune.IsWhiteSpace(missing);
        return isSpace ? Space
            : font.Covers(Replacement) ? Replacement
            : Question;
    }

    /// <summary>Private-use characters mean nothing outside their font, and PDF/A-2a refuses them.</summary>
    private static bool Draws(TrueTypeFont font, Rune character) =>
        font.Covers(character) && Rune.GetUnicodeCategory(character) is not (UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static bool IsVariationSelector(Rune character) => character.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static string WholeCharacters(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var character in text.EnumerateRunes())
        {
            var isNoncharacter = (character.Value & 0xFFFE) == 0xFFFE;
            whole.Append(isNoncharacter ? Replacement : character);
        }

        return whole.ToString();
    }

    private static TrueTypeFont Load(string resource, string name)
    {
        using var stream =
            typeof(FontSet).Assembly.GetManifestResourceStream(resource + ".ttf")
            ?? throw new InvalidOperationException($"The font '{resource}' is missing from the program.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new TrueTypeFont(data, name);
    }
}
