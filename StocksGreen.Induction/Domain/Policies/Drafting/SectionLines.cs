using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Domain.Policies.Drafting;

/// <summary>The lines of a section between which it may be split: none inside a table or a box, which stay whole.</summary>
internal static class SectionLines
{
    /// <returns>Each such line with its place among all lines of the section's Markdown, from 0.</returns>
    public static IReadOnlyList<(string Line, int At)> Of(PolicySection section)
    {
        var lines = new List<(string, int)>();
        var (tables, last) = (0, "");
        foreach (var (at, line) in PolicyMarkdown.Blocks(section.Blocks).Split('\n').Index())
        {
            var content = line.TrimStart();
            var goesOn = tables > 0 || (content.StartsWith('|') && last.StartsWith('|')) || (content.StartsWith('>') && last.StartsWith('>'));
            if (content.StartsWith("{table", StringComparison.Ordinal))
            {
                tables++;
            }
            else if (content == "{end}")
            {
                tables--;
            }

            if (line.Length > 0 && !goesOn)
            {
                lines.Add((line, at));
            }

            last = content;
        }

        return lines;
    }

    /// <summary>What a person reads of such a line.</summary>
    public static string Words(string line)
    {
        if (line.TrimStart() is ['|', ..] or ['{', 't', 'a', 'b', 'l', 'e', ' ', ..])
        {
            return "A table";
        }

        var block = BlockMarkdown.Parse(line.TrimStart()) is [var first, ..] ? first : null;
        return block switch
        {
            Callout => "A box",
            Picture { Alt.Length: > 0 } picture => $"Picture: {picture.Alt}",
            Picture => "A picture",
            null => line.Trim(),
            _ => string.Join(' ', BlockText.Texts(block).Select(text => text.PlainText)),
        };
    }
}
