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
                blocks.Add(new Paragraph(RichText.FromMarkdown(string.Join(' ', paragraph))));
                paragraph.Clear();
            }
        }

        void EndList()
        {
            if (bullets.Count > 0)
            {
                var next = 0;
                blocks.Add(new BulletList(Nest(bullets, ref next, 0)));
                bullets.Clear();
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
            var text = RichText.FromMarkdown(bullets[next].Text);
            next++;
            nested.Add(new Bullet(text, Nest(bullets, ref next, level + 1)));
        }

        return nested;
    }
}
