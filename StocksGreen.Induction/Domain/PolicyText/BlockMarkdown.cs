namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>Reads the Markdown in which the office edits a section: paragraphs, bullets and <c>*emphasis*</c>; anything else is text.</summary>
public static class BlockMarkdown
{
    private const int ColumnsPerLevel = 2;
    private const int DeepestLevel = 6;

    /// <param name="markdown">Any text; line ends of any system.</param>
    public static IReadOnlyList<Block> Parse(string markdown)
    {
        var blocks = new List<Block>();
        var paragraph = new List<string>();
        var bullets = new List<(int Level, string Text)>();
        var isAfterGap = true;
        foreach (var line in markdown.ReplaceLineEndings("\n").Replace("\t", "    ", StringComparison.Ordinal).Split('\n'))
        {
            var content = line.Trim();
            if (content.Length == 0)
            {
                EndParagraph();
                isAfterGap = true;
                continue;
            }

            if (content.Length > 1 && content[0] is '-' or '*' or '•' && content[1] == ' ')
            {
                EndParagraph();
                bullets.Add((Level(line, bullets), content[2..].Trim()));
            }
            else if (bullets.Count > 0 && !isAfterGap)
            {
                bullets[^1] = bullets[^1] with { Text = $"{bullets[^1].Text} {content}" };
            }
            else
            {
                EndList();
                paragraph.Add(content);
            }

            isAfterGap = false;
        }

        EndParagraph();
        EndList();
        return blocks;

        void EndParagraph()
        {
            if (paragraph.Count > 0)
            {
                var text = RichText.FromMarkdown(string.Join(' ', paragraph));
                paragraph.Clear();
                if (text.Markdown.Trim() is { Length: > 0 } trimmed)
                {
                    // What is left at the start, without a space that was emphasised, may be a bullet.
                    blocks.AddRange(trimmed.Length < text.Markdown.Length ? Parse(trimmed) : [new Paragraph(text)]);
                }
            }
        }

        void EndList()
        {
            if (bullets.Count > 0)
            {
                var next = 0;
                var list = Nest(bullets, ref next, 0);
                bullets.Clear();
                if (list.Count > 0)
                {
                    blocks.Add(new BulletList(list));
                }
            }
        }
    }

    /// <summary>Two columns a level, and never more than one level deeper than the bullet above.</summary>
    private static int Level(string line, List<(int Level, string Text)> above)
    {
        var level = (line.Length - line.TrimStart().Length) / ColumnsPerLevel;
        return Math.Min(Math.Min(level, above.Count == 0 ? 0 : above[^1].Level + 1), DeepestLevel - 1);
    }

    private static List<Bullet> Nest(List<(int Level, string Text)> bullets, ref int next, int level)
    {
        var nested = new List<Bullet>();
        while (next < bullets.Count && bullets[next].Level >= level)
        {
            var text = RichText.FromMarkdown(RichText.FromMarkdown(bullets[next].Text).Markdown.Trim());
            next++;
            var below = Nest(bullets, ref next, level + 1);
            nested.AddRange(text.Markdown.Length > 0 ? [new Bullet(text, below)] : below);
        }

        return nested;
    }
}
