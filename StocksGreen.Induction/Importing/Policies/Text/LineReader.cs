namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Splits plain text into lines and says of each what it is. The reader of a new file format takes this one's place.</summary>
internal static class LineReader
{
    private const int TabWidth = 4;

    /// <summary>Lines in order; never two blank ones together.</summary>
    public static IReadOnlyList<SourceLine> Parse(string text)
    {
        var lines = new List<SourceLine>();
        var page = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            if (line is "\f")
            {
                page++;
            }

            var content = line.Trim();
            var classified = content.IsEmpty ? SourceLine.Blank(page) : Classify(page, IndentOf(line), content.ToString(), lines);
            // Raw: "</u>" alone on its line has no words.
            if (classified.Kind is not (LineKind.Blank or LineKind.Text) || classified.Plain.Length > 0)
            {
                lines.Add(classified);
            }
            else if (lines.Count > 0 && lines[^1].Kind != LineKind.Blank)
            {
                lines.Add(SourceLine.Blank(page));
            }
        }

        return lines;
    }

    private static int IndentOf(ReadOnlySpan<char> line)
    {
        var indent = 0;
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c))
            {
                break;
            }

            indent += c == '\t' ? TabWidth - (indent % TabWidth) : 1;
        }

        return indent;
    }

    /// <summary>What one printed line is.</summary>
    /// <param name="raw">Trimmed and not empty.</param>
    /// <param name="before">The lines above it.</param>
    internal static SourceLine Classify(int page, int indent, string raw, List<SourceLine> before)
    {
        // Raw: "|-----|-----|", "=========", "_ _ _ _"
        if (raw.Length >= 3 && raw.All(c => c is '-' or '=' or '_' or '*' or '|' or ':' or '+' or '~' or '.' or ' ' or '\t' or '–' or '—'))
        {
            return new SourceLine(page, indent, LineKind.Rule, raw);
        }

        // Raw: "| Date written | August 2024 |"
        if (raw[0] == '|' && raw.AsSpan().Count('|') > 1)
        {
            return new SourceLine(page, indent, LineKind.TableRow, raw);
        }

        // Raw: "## Roles and responsibilities"
        var hashes = raw.AsSpan().IndexOfAnyExcept('#');
        if (hashes is >= 1 and <= 6 && raw[hashes] is ' ' or '\t')
        {
            return new SourceLine(page, indent, LineKind.Text, raw) { Text = raw[hashes..].Trim(' ', '\t', '#'), HashLevel = hashes };
        }

        if (BulletMarker.TryRead(raw) is { } bullet)
        {
            return new SourceLine(page, indent, LineKind.Bullet, raw)
            {
                Text = bullet.Text,
                Marker = bullet.Glyph,
                HasTwoMarkers = bullet.IsDouble,
            };
        }

        var label = BulletMarker.TryReadLabel(raw, LastLabelled(before));
        return new SourceLine(page, indent, label == '\0' ? LineKind.Text : LineKind.Bullet, raw) { Marker = label };
    }

    /// <summary>The list item that "(i)" may follow as the letter after "(h)".</summary>
    private static string? LastLabelled(List<SourceLine> before)
    {
        for (var i = before.Count - 1; i >= 0 && i > before.Count - 12; i--)
        {
            if (before[i].Marker is 'a' or 'i')
            {
                return before[i].Raw;
            }
        }

        return null;
    }
}
