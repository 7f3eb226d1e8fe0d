namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Puts a bullet or a section number that stands alone on its line before the text that follows it.</summary>
internal static class LoneMarkers
{
    public static IReadOnlyList<SourceLine> Join(IReadOnlyList<SourceLine> lines)
    {
        var joined = new List<SourceLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (TakeTorn(lines, i, joined) is > 0 and var taken)
            {
                i += taken - 1;
                continue;
            }

            var line = lines[i];
            var next = i + 1 < lines.Count && lines[i + 1].Kind == LineKind.Blank ? i + 2 : i + 1;
            if (next >= lines.Count || lines[next] is not { Kind: LineKind.Text, HashLevel: 0 } text || IsLabelled(text))
            {
                joined.Add(line);
            }
            else if (line is { Kind: LineKind.Bullet, Text.Length: 0 })
            {
                // Raw: "•" then "Parents will be told"
                joined.Add(new SourceLine(line.Page, line.Indent, LineKind.Bullet, $"{line.Raw} {text.Raw}") { Text = text.Text, Marker = line.Marker });
                i = next;
            }
            else if (
                line.Kind == LineKind.Text
                && SectionLabel.TryRead(line.Plain) is { Rest.Length: 0, Kind: LabelKind.Decimal } label
                && (label.IsPunctuated || label.Components.Count > 1)
            )
            {
                // Raw: "4.1" then "Reputation"
                joined.Add(new SourceLine(line.Page, line.Indent, LineKind.Text, $"{line.Raw} {text.Raw}") { Text = $"{line.Text} {text.Text}" });
                i = next;
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }

    /// <summary>Raw: "•", "•", "•" and then as many lines of text: a column of glyphs that was read before the column of words.</summary>
    /// <returns>How many lines were taken; 0 where it is no such column.</returns>
    private static int TakeTorn(IReadOnlyList<SourceLine> lines, int start, List<SourceLine> joined)
    {
        // Asked first: to look on from each of many blank lines would take the square of their number.
        if (lines[start] is not { Kind: LineKind.Bullet, Text.Length: 0 })
        {
            return 0;
        }

        var at = start;
        var glyphs = new List<SourceLine>();
        for (; at < lines.Count && (lines[at].Kind == LineKind.Blank || lines[at] is { Kind: LineKind.Bullet, Text.Length: 0 }); at++)
        {
            if (lines[at].Kind == LineKind.Bullet)
            {
                glyphs.Add(lines[at]);
            }
        }

        if (glyphs.Count < 2)
        {
            return 0;
        }

        var texts = new List<SourceLine>();
        for (; at < lines.Count && texts.Count < glyphs.Count && lines[at] is { Kind: LineKind.Text, HashLevel: 0 } text && !IsLabelled(text); at++)
        {
            texts.Add(text);
            // Two levels of bullets come with a gap between their words.
            at += texts.Count < glyphs.Count && at + 1 < lines.Count && lines[at + 1].Kind == LineKind.Blank ? 1 : 0;
        }

        // More words than glyphs are wrapped lines, of which no one can tell which belongs to which.
        if (texts.Count < glyphs.Count || (at < lines.Count && lines[at].Kind == LineKind.Text))
        {
            return 0;
        }

        joined.AddRange(
            glyphs.Zip(
                texts,
                (glyph, text) =>
                    new SourceLine(glyph.Page, glyph.Indent, LineKind.Bullet, $"{glyph.Raw} {text.Raw}") { Text = text.Text, Marker = glyph.Marker }
            )
        );
        return at - start;
    }

    private static bool IsLabelled(SourceLine line) => SectionLabel.TryRead(line.Plain) is { } label && (label.IsPunctuated || label.Rest.Length == 0);
}
