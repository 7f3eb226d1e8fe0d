using StocksGreen.Induction.Domain.PolicyText.Blocks;
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
        var details = policy.KeyDetails.Select(detail => $"{detail.Name} {detail.Value}").Prepend("Key details").Prepend(policy.School).Prepend(policy.Title);
        var parts = new List<PolicyPart>
        {
            Part(
                0,
                "",
                "Key details",
                1,
                KeyDetails(policy),
                [.. details, .. BlockText.Texts(policy.Preamble).Concat(policy.PreambleNotes.Select(note => note.Text)).Select(text => text.PlainText)],
                policy.Preamble
            ),
        };
        foreach (var section in policy.Sections)
        {
            parts.Add(Part(parts.Count, section.Number, section.Title, section.Level, Section(section), TextsOf(section), section.Blocks));
        }

        return parts;
    }

    /// <summary>How many words a section has, those of its heading, in cells of tables and in notes counted; without its sub-sections.</summary>
    public static int WordsOf(PolicySection section) => TextsOf(section).Sum(CountWords);

    /// <summary>What stands under a heading, as <see cref="BlockMarkdown"/> reads it back.</summary>
    public static string Blocks(IReadOnlyList<Block> blocks) => Blocks(blocks, []);

    /// <summary>What stands under a heading, with its notes at the end, as <see cref="BlockMarkdown"/> reads it back.</summary>
    public static string Blocks(IReadOnlyList<Block> blocks, IReadOnlyList<Note> notes)
    {
        var text = new BlockMarkdownWriter();
        text.Append(blocks);
        text.Append(notes);
        return text.ToString().TrimStart('\n');
    }

    private static IEnumerable<string> TextsOf(PolicySection section) =>
        BlockText.Texts(section.Blocks).Concat(section.Notes.Select(note => note.Text)).Select(text => text.PlainText).Prepend(section.Heading);

    private static PolicyPart Part(
        int ordinal,
        string number,
        string title,
        int level,
        string markdown,
        IEnumerable<string> texts,
        IReadOnlyList<Block> blocks
    ) =>
        new(ordinal, number, title, level, markdown, Sha256Hex.Compute(markdown), texts.Sum(CountWords))
        {
            Pictures = BlockText.All(blocks).OfType<Picture>().Count(picture => !picture.IsDecorative && !picture.IsPage),
        };

    private static string KeyDetails(PolicyContent policy)
    {
        var text = new BlockMarkdownWriter();
        text.Line($"# {policy.Title}");
        text.Line("");
        if (policy.School.Length > 0)
        {
            text.Line(policy.School);
            text.Line("");
        }

        text.Line("Key details");
        text.Line("");
        foreach (var detail in policy.KeyDetails)
        {
            text.Line($"- {detail.Name}: {detail.Value}");
        }

        text.Append(policy.Preamble);
        text.Append(policy.PreambleNotes);
        return text.ToString();
    }

    private static string Section(PolicySection section)
    {
        var text = new BlockMarkdownWriter();
        text.Line($"{new string('#', section.Level + 1)} {section.Heading}");
        text.Append(section.Blocks);
        text.Append(section.Notes);
        return text.ToString();
    }

    private static int CountWords(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
}
