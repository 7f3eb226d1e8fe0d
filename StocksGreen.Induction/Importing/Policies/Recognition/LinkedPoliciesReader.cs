using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Reads the titles that a section on related policies lists. Takes words from that section only, and invents none.</summary>
internal static class LinkedPoliciesReader
{
    private const int MostWordsOfTitle = 30;
    private const int MostWordsInList = 14;
    private const int MostWordsOfHeading = 6;

    private static readonly string[] Links =
    [
        "link",
        "links",
        "linked",
        "related",
        "relating",
        "associated",
        "connected",
        "supporting",
        "supplementary",
        "conjunction",
        "alongside",
        "cross-references",
        "relationship",
        "other",
        "cysylltiedig",
    ];
    private static readonly string[] Documents = ["policy", "policies", "document", "documents", "documentation", "procedures", "guidance", "polisïau"];
    private static readonly string[] LeadIns =
    [
        "in conjunction with",
        "read with",
        "alongside",
        "links with",
        "links to",
        "linked to",
        "linked with",
        "relates to",
        "related to",
        "together with",
        "reference to",
        "see also",
        "refer to",
        "connected with",
        "supported by",
        "such as",
    ];

    /// <param name="keyDetails">One of them may be the list: "Linked policies: Safeguarding; Complaints".</param>
    /// <param name="preamble">Read for a sentence on related policies where no section lists them.</param>
    public static IReadOnlyList<string> Parse(IReadOnlyList<KeyDetail> keyDetails, IReadOnlyList<Block> preamble, IReadOnlyList<PolicySection> sections)
    {
        var titles = new List<string>();
        foreach (var detail in keyDetails.Where(detail => IsAboutLinks(detail.Name)))
        {
            AddParagraph(": " + detail.Value, titles);
        }

        foreach (var block in sections.SelectMany(BlocksAboutLinks))
        {
            Add(block, titles);
        }

        if (titles.Count == 0)
        {
            foreach (var sentence in preamble.Concat(sections.SelectMany(section => section.Blocks)).SelectMany(SentencesAboutLinks))
            {
                AddParagraph(sentence, titles);
            }
        }

        return [.. titles.Distinct(StringComparer.Ordinal)];
    }

    // Raw: "Related policies: Health and Safety Policy, First Aid Policy.", "It should be read in conjunction with our Behaviour Policy and Staff Code of
    // Conduct."
    private static IEnumerable<string> SentencesAboutLinks(Block block) =>
        BlockText
            .Texts(block)
            .SelectMany(text => text.PlainText.Split(". "))
            .Where(sentence =>
                Documents.Any(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase))
                && (
                    sentence.Contains("in conjunction with", StringComparison.OrdinalIgnoreCase)
                    || sentence.Contains("read alongside", StringComparison.OrdinalIgnoreCase)
                    || (
                        sentence.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon
                        && Words.AreAtMost(sentence[..colon], MostWordsOfHeading)
                        && IsAboutLinks(sentence[..colon])
                    )
                )
            );

    /// <summary>All of a section on links; of another, what stands under a line that would be such a section's heading if the document numbered it.</summary>
    private static IEnumerable<Block> BlocksAboutLinks(PolicySection section) =>
        IsAboutLinks(section.Title)
            ? section.Blocks
            : section
                .Blocks.SkipWhile(block =>
                    block is not Paragraph { Text.PlainText: var text } || !Words.AreAtMost(text, MostWordsOfHeading) || !IsAboutLinks(text)
                )
                .Skip(1);

    /// <summary>"Links with other policies", "Related documents", "Linked policies and guidance", "Links".</summary>
    public static bool IsAboutLinks(string title)
    {
        var words = Words.Split(title.ToLowerInvariant()).Select(word => word.Trim(',', ':', '(', ')', '.')).ToList();
        return words is ["links"] || (words.Any(Links.Contains) && words.Any(Documents.Contains));
    }

    private static void Add(Block block, List<string> titles)
    {
        switch (block)
        {
            case BulletList list:
                AddItems(list.Items, titles);
                break;
            case NumberedList list:
                AddItems(list.Items, titles);
                break;
            case Table table:
                table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Blocks).ToList().ForEach(inner => Add(inner, titles));
                break;
            case Callout box:
                box.Blocks.ToList().ForEach(inner => Add(inner, titles));
                break;
            case Paragraph paragraph:
                AddParagraph(paragraph.Text.PlainText, titles);
                break;
        }
    }

    private static void AddItems(IReadOnlyList<ListItem> items, List<string> titles)
    {
        foreach (var bullet in items)
        {
            // Raw: "- This policy links with several other policies, including:" leads its nested bullets and is no title.
            if (bullet.Nested.Count > 0)
            {
                bullet.Nested.ToList().ForEach(block => Add(block, titles));
            }
            else if (TitleIn(bullet.Text.PlainText) is { } title)
            {
                titles.Add(title);
            }
            else
            {
                AddParagraph(bullet.Text.PlainText, titles);
            }
        }
    }

    /// <summary>The bullet as printed, without the mark that separates it from the next; null where it is a sentence.</summary>
    private static string? TitleIn(string bullet)
    {
        var title = bullet.TrimEnd(' ', ';', ',');
        title = title.EndsWith("; and", StringComparison.Ordinal) || title.EndsWith(", and", StringComparison.Ordinal) ? title[..^5] : title;
        var isSentence =
            title.EndsWith(':')
            || !Words.AreAtMost(title, MostWordsOfTitle)
            || (title.EndsWith('.') && !Words.AreAtMost(title, 9))
            || LeadIns.Any(lead => title.Contains(lead + " ", StringComparison.OrdinalIgnoreCase) && !title.Contains(": ", StringComparison.Ordinal));
        return title.Length == 0 || isSentence ? null : title.TrimEnd('.');
    }

    // Raw: "This policy should be read in conjunction with: Anti-bullying policy, Behaviour policy and Staff code of conduct."
    private static void AddParagraph(string text, List<string> titles)
    {
        var isBareList = IsBareList(text);
        if (!isBareList && HeadingShape.IsTitle(text) && !LeadIns.Any(lead => text.Contains(lead, StringComparison.OrdinalIgnoreCase)))
        {
            titles.Add(text); // a line of its own without a bullet
            return;
        }

        var start = isBareList ? 0 : StartOfList(text);
        if (start < 0)
        {
            return;
        }

        var end = EndOfList(text, start);
        var list = text[start..end];
        var separator = list.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var parts = SplitOutsideBrackets(list, separator);
        if (
            parts.Count == 1
            && !list.Contains(" and ", StringComparison.Ordinal)
            && !Documents.Any(word => list.Contains(word, StringComparison.OrdinalIgnoreCase))
        )
        {
            return;
        }

        foreach (var part in parts.SelectMany((part, index) => index == parts.Count - 1 ? SplitLast(part) : [part]))
        {
            var title = WithoutLeading(part.Trim(' ', '.'));
            // Raw: "This policy is linked to the following policies", with the titles under it
            if (title.Length > 2 && Words.AreAtMost(title, MostWordsInList) && !title.StartsWith("following", StringComparison.OrdinalIgnoreCase))
            {
                titles.Add(title);
            }
        }
    }

    // Raw: "Health and Safety Policy; Safeguarding Policy; Staff Code of Conduct"
    private static bool IsBareList(string text)
    {
        var parts = SplitOutsideBrackets(text, text.Contains(';', StringComparison.Ordinal) ? ';' : ',');
        return parts.Count > 1 && !text.Contains(": ", StringComparison.Ordinal) && parts.TrueForAll(part => HeadingShape.IsTitle(part.Trim(' ', '.')));
    }

    private static int StartOfList(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon >= 0)
        {
            return colon + 2;
        }

        foreach (var lead in LeadIns)
        {
            var at = text.IndexOf(lead + " ", StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                return at + lead.Length + 1;
            }
        }

        return -1;
    }

    private static int EndOfList(string text, int start)
    {
        var stop = text.IndexOf(". ", start, StringComparison.Ordinal);
        return stop < 0 ? text.Length : stop;
    }

    private static List<string> SplitOutsideBrackets(string list, char separator)
    {
        var parts = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] switch
            {
                '(' => 1,
                ')' when depth > 0 => -1,
                _ => 0,
            };
            if (list[i] == separator && depth == 0)
            {
                parts.Add(list[start..i]);
                start = i + 1;
            }
        }

        parts.Add(list[start..]);
        return parts;
    }

    // Raw: "Behaviour policy and Staff code of conduct" is two; "Health and Safety policy" is one.
    private static string[] SplitLast(string part)
    {
        for (var at = part.IndexOf(" and ", StringComparison.Ordinal); at >= 0; at = part.IndexOf(" and ", at + 1, StringComparison.Ordinal))
        {
            var first = part[..at].TrimEnd();
            if (first.Length == 0 || Documents.Append("conduct").Append("agreement").Any(word => first.EndsWith(word, StringComparison.OrdinalIgnoreCase)))
            {
                return [first, part[(at + 5)..]];
            }
        }

        return [part];
    }

    private static string WithoutLeading(string title)
    {
        foreach (var word in (string[])["and ", "the school's ", "the school’s ", "our ", "the ", "its "])
        {
            title = title.StartsWith(word, StringComparison.Ordinal) ? title[word.Length..].TrimStart() : title;
        }

        return title;
    }
}
