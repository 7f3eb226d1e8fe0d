using System.Text;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>
/// The canonical text of a policy: Markdown in Unicode form NFC with LF line ends. It is what hashes cover, so that anyone can check a
/// printed hash with <c>sha256sum</c> and needs none of our code.
/// </summary>
/// <remarks>Never change how published text is written: every earlier hash depends on it. A new form needs a new name next to this one.</remarks>
public static class PolicyMarkdown
{
    /// <summary>The whole policy: its parts joined by an empty line.</summary>
    public static string Whole(PolicyContent policy) => string.Join('\n', Parts(policy).Select(part => part.Markdown));

    /// <summary>The parts in reading order: key details, then every section.</summary>
    public static IReadOnlyList<PolicyPart> Parts(PolicyContent policy)
    {
        var parts = new List<PolicyPart> { Part(0, "", "Key details", 1, KeyDetails(policy)) };
        foreach (var section in policy.Sections)
        {
            parts.Add(Part(parts.Count, section.Number, section.Title, section.Level, Section(section)));
        }

        return parts;
    }

    /// <summary>What stands under a heading, as <see cref="Drafting.BlockMarkdown"/> reads it back.</summary>
    public static string Blocks(IReadOnlyList<Block> blocks)
    {
        var text = new StringBuilder();
        AppendBlocks(text, blocks);
        return text.ToString().TrimStart('\n');
    }

    private static PolicyPart Part(int ordinal, string number, string title, int level, string markdown) =>
        new(ordinal, number, title, level, markdown, Sha256Hex.Compute(markdown), CountWords(markdown));

    private static string KeyDetails(PolicyContent policy)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Line(policy.Title)).Append("\n\n");
        if (policy.School.Length > 0)
        {
            text.Append(Line(policy.School)).Append("\n\n");
        }

        text.Append("Key details\n\n");
        foreach (var detail in policy.KeyDetails)
        {
            text.Append("- ").Append(Line(detail.Name)).Append(": ").Append(Line(detail.Value)).Append('\n');
        }

        AppendBlocks(text, policy.Preamble);
        return text.ToString();
    }

    private static string Section(PolicySection section)
    {
        var text = new StringBuilder();
        text.Append('#', section.Level + 1).Append(' ').Append(Line(section.Heading)).Append('\n');
        AppendBlocks(text, section.Blocks);
        return text.ToString();
    }

    private static void AppendBlocks(StringBuilder text, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            text.Append('\n');
            switch (block)
            {
                case Paragraph paragraph:
                    text.Append(Line(paragraph.Text.Markdown)).Append('\n');
                    break;
                case BulletList list:
                    AppendBullets(text, list.Bullets, depth: 0);
                    break;
                default:
                    throw new InvalidOperationException($"No canonical form for {block.GetType().Name}.");
            }
        }
    }

    private static void AppendBullets(StringBuilder text, IReadOnlyList<Bullet> bullets, int depth)
    {
        foreach (var bullet in bullets)
        {
            text.Append(' ', depth * 2).Append("- ").Append(Line(bullet.Text.Markdown)).Append('\n');
            AppendBullets(text, bullet.Nested, depth + 1);
        }
    }

    private static string Line(string text) => text.Replace('\r', ' ').Replace('\n', ' ').Normalize(NormalizationForm.FormC);

    private static int CountWords(string markdown) =>
        markdown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
}
