namespace StocksGreen.Induction.Features.Publishing.Importing;

/// <summary>Puts a bullet or a section number that stands alone on its line before the text that follows it.</summary>
internal static class LoneMarkers
{
    public static IReadOnlyList<SourceLine> Join(IReadOnlyList<SourceLine> lines)
    {
        var joined = new List<SourceLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
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
            else if (line.Kind == LineKind.Text && SectionLabel.TryRead(line.Plain) is { Rest.Length: 0, Kind: LabelKind.Decimal } label && (label.IsPunctuated || label.Components.Count > 1))
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

    private static bool IsLabelled(SourceLine line) => SectionLabel.TryRead(line.Plain) is { } label && (label.IsPunctuated || label.Rest.Length == 0);
}
