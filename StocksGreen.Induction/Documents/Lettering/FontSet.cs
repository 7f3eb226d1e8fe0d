using System.Globalization;
using System.Text;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Documents.Lettering;

/// <summary>The type that documents are set in, and which characters it can draw.</summary>
/// <remarks>
/// Source Sans 3: Latin (with Welsh, Polish and Vietnamese), Greek and Cyrillic. Other scripts have faces of their own (<see cref="ScriptFaces"/>), and DejaVu
/// Sans draws the rest of <see cref="PrintedText"/>, such as Armenian and Georgian letters and signs. A character without a glyph is never drawn as an empty
/// box, because that would break PDF/UA and PDF/A and look wrong.
/// </remarks>
public static class FontSet
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    private static readonly Rune Replacement = new('\uFFFD');

    private static readonly Dictionary<FontFace, TrueTypeFont> Faces = new()
    {
        [FontFace.Regular] = FontFile.Load("SourceSans3_400Regular", "SourceSans3-Regular"),
        [FontFace.Italic] = FontFile.Load("SourceSans3_400Regular_Italic", "SourceSans3-Italic"),
        [FontFace.SemiBold] = FontFile.Load("SourceSans3_600SemiBold", "SourceSans3-SemiBold"),
        [FontFace.Bold] = FontFile.Load("SourceSans3_700Bold", "SourceSans3-Bold"),
    };

    private static readonly Lazy<TrueTypeFont> Fallback = new(() => FontFile.Load("DejaVuSans", "DejaVuSans"));

    public static TrueTypeFont Get(FontFace face) => Faces[face];

    /// <summary>The text as documents set it: composed (NFC), on one line, without control, formatting and variation characters.</summary>
    /// <remarks>
    /// The soft hyphen goes too: type would show it as a hyphen in the middle of a line. What joins letters or keeps them apart stays where scripts need it.
    /// </remarks>
    public static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var before = default(Rune);
        // Normalising refuses a lone half of a surrogate pair and U+FFFE, so they go first: halves become U+FFFD, as enumerating runes makes them.
        foreach (var character in WholeCharacters(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(character))
            {
                case UnicodeCategory.Control when Rune.IsWhiteSpace(character):
                case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                case UnicodeCategory.SpaceSeparator when character.Value != 0xA0:
                    clean.Append(' ');
                    break;
                case UnicodeCategory.Format when IsJoiner(character) && ScriptFaces.Find(before) is not null:
                    clean.Append(character);
                    break;
                case UnicodeCategory.Control or UnicodeCategory.Format:
                case UnicodeCategory.NonSpacingMark when IsVariationSelector(character):
                    break;
                default:
                    clean.Append(character);
                    break;
            }

            before = character;
        }

        return clean.ToString();
    }

    /// <summary>
    /// The cleaned text in stretches of one font each: letters and the marks on them together. U+FFFD stands for each character that no font here can
    /// draw.
    /// </summary>
    public static IReadOnlyList<(string Text, Letters Letters)> ToDrawable(string text, FontFace face)
    {
        var clean = Clean(text);
        if (clean.Length > 0 && IsOf(Faces[face], clean))
        {
            return [(clean, new Letters(Faces[face]))];
        }

        var stretches = new List<(StringBuilder Text, Letters Letters)>();
        Span<char> units = stackalloc char[2];
        for (var at = 0; at < clean.Length; )
        {
            var length = StringInfo.GetNextTextElementLength(clean, at);
            var cluster = clean.AsSpan(at, length);
            at += length;
            if (LettersOf(cluster, face) is { } letters)
            {
                Append(cluster, letters);
                continue;
            }

            // No font has the letter with all of its marks: each by itself.
            foreach (var character in cluster.EnumerateRunes())
            {
                if (LettersOf(units[..character.EncodeToUtf16(units)], face) is { } own)
                {
                    Append(character.ToString(), own);
                }
                else if (Rune.IsWhiteSpace(character))
                {
                    Append(" ", new Letters(Faces[face]));
                }
                else
                {
                    Append("\uFFFD", new Letters(Fallback.Value));
                }
            }
        }

        return [.. stretches.Select(stretch => (stretch.Text.ToString(), stretch.Letters))];

        void Append(ReadOnlySpan<char> letters, Letters with)
        {
            if (stretches.Count > 0 && stretches[^1].Letters is var last && last.Font == with.Font)
            {
                // One letter of Urdu or of Japanese tells the language of the words around it.
                stretches[^1] = (stretches[^1].Text.Append(letters), last with { Language = with.Language is "ur" or "ja" ? with.Language : last.Language });
                return;
            }

            stretches.Add((new StringBuilder().Append(letters), with));
        }
    }

    /// <summary>What of a text no font here can draw, as often as it stands there.</summary>
    public static IEnumerable<Rune> Undrawable(string text)
    {
        var clean = Clean(text);
        if (IsOf(Faces[FontFace.Regular], clean))
        {
            yield break;
        }

        foreach (var character in clean.EnumerateRunes())
        {
            if (LettersOf(character.ToString(), FontFace.Regular) is null && !Rune.IsWhiteSpace(character))
            {
                yield return character;
            }
        }
    }

    /// <returns>The face itself where it has all of a letter, else the one that steps in; null where none can draw it rightly.</returns>
    private static Letters? LettersOf(ReadOnlySpan<char> cluster, FontFace face)
    {
        if (Draws(Faces[face], cluster))
        {
            return new Letters(Faces[face]);
        }

        Rune.DecodeFromUtf16(cluster, out var first, out _);
        var isThick = face is FontFace.SemiBold or FontFace.Bold;
        return ScriptFaces.Find(first) is var (font, language) && Draws(font, cluster) ? new Letters(font, isThick, language)
            : PrintedText.Has(first) && Draws(Fallback.Value, cluster) ? new Letters(Fallback.Value, isThick)
            : null;
    }

    private static bool IsClean(string text)
    {
        foreach (var character in text)
        {
            // Printed Latin of one unit each, which is composed already.
            if (character is < ' ' or > '\u017F' or (> '~' and < '\u00A0') or '\u00AD')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOf(TrueTypeFont font, string clean)
    {
        foreach (var character in clean)
        {
            if (character >= '\u0300' || !font.Covers(new Rune(character)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Private-use characters mean nothing outside their font, and PDF/A-2a refuses them.</summary>
    private static bool Draws(TrueTypeFont font, ReadOnlySpan<char> cluster)
    {
        foreach (var character in cluster.EnumerateRunes())
        {
            if (
                !IsJoiner(character)
                && (!font.Covers(character) || Rune.GetUnicodeCategory(character) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsJoiner(Rune character) => character.Value is ZeroWidthNonJoiner or ZeroWidthJoiner;

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
}
