namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>The glyph that begins a bullet, and what follows it.</summary>
/// <param name="Glyph">As printed; the last one where there are two.</param>
/// <param name="Text">The rest of the line; empty where the glyph stands alone.</param>
/// <param name="IsDouble">"- o to use", "• – to use".</param>
internal sealed record BulletMarker(char Glyph, string Text, bool IsDouble)
{
    // A tick or a cross is about the words after it: "✗ give pupils your number" without it says the opposite.
    private const string Marks = "✓✔✗✘☐☑☒❌✅☎✆✉⚠";

    // Glyphs that begin nothing else, so that "•Text" is a bullet even without a space.
    private const string Unmistakable = "•‣⁃●○◦▪▫■□◆◇❖➢➤►▶∙" + Marks;

    // Glyphs that also occur in prose, or that Wingdings bullets turn into (§ Ø ü ¨): they need a space after them.
    private const string NeedsSpace = "-–—−*+·»→§Øü¨o";

    /// <summary>True for a glyph that stays in front of the words of its item.</summary>
    public static bool IsMark(char glyph) => Marks.Contains(glyph, StringComparison.Ordinal);

    /// <returns>Null where the line begins with no bullet; a tick, a cross or a box is left in the text.</returns>
    public static BulletMarker? TryRead(string line)
    {
        if (!IsMarker(line))
        {
            return null;
        }

        if (IsMark(line[0]))
        {
            return line.Length > 1 ? new BulletMarker(line[0], line, IsDouble: false) : null;
        }

        // Raw: "- o to use social media sites"
        var rest = line[1..].TrimStart();
        return rest.Length > 1 && IsMarker(rest) && char.IsWhiteSpace(rest[1])
            ? new BulletMarker(rest[0], rest[1..].TrimStart(), IsDouble: true)
            : new BulletMarker(line[0], rest, IsDouble: false);
    }

    /// <summary>Raw: "(a) text", "ii) text". Such items keep their label, because the text may refer to it.</summary>
    /// <param name="line">Trimmed.</param>
    /// <param name="previous">The labelled line before it; null where there is none.</param>
    /// <returns>'a' for letters, 'i' for small Roman numerals, '\0' for no label.</returns>
    public static char TryReadLabel(string line, string? previous)
    {
        var label = LabelOf(line);
        if (label.Length == 0)
        {
            return '\0';
        }

        var isRoman = label.All(c => c is 'i' or 'v' or 'x');
        if (!isRoman)
        {
            return label.Length == 1 ? 'a' : '\0';
        }

        var before = previous is null ? "" : LabelOf(previous);
        return label.Length == 1 && before.Length == 1 && before[0] == label[0] - 1 && label != "i" | before == "h" ? 'a' : 'i';
    }

    /// <summary>How deep a glyph usually stands where indentation has been lost: • then o or – then ▪.</summary>
    public static int Rank(char glyph) =>
        glyph switch
        {
            'o' or '◦' or '○' or '–' or 'a' => 1,
            '▪' or '▫' or '§' or '■' or '□' or 'i' => 2,
            _ => 0,
        };

    private static bool IsMarker(string line)
    {
        var glyph = line[0];
        if (Unmistakable.Contains(glyph, StringComparison.Ordinal) || glyph is >= '\uE000' and <= '\uF8FF')
        {
            return true;
        }

        if (!NeedsSpace.Contains(glyph, StringComparison.Ordinal))
        {
            return false;
        }

        // Raw: "-Staff must" is a bullet, "-based approach" is the end of a wrapped word.
        return line.Length == 1 || char.IsWhiteSpace(line[1]) || (glyph is '-' or '–' && char.IsUpper(line[1]));
    }

    private static string LabelOf(string line)
    {
        var start = line[0] == '(' ? 1 : 0;
        var end = start;
        while (end < line.Length && end - start < 5 && char.IsAsciiLetterLower(line[end]))
        {
            end++;
        }

        return end > start && end < line.Length && line[end] == ')' && end + 1 < line.Length && char.IsWhiteSpace(line[end + 1]) ? line[start..end] : "";
    }
}
