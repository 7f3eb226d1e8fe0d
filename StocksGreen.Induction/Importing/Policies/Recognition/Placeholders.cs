using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Finds words that someone was to replace before a policy is published: "[insert name]", "XX/XX/20XX", "Choose an item.".</summary>
internal static class Placeholders
{
    // Raw: «SchoolName», [insert name of DSL], <enter date>, XX/XX/20XX, 20XX, DD/MM/YYYY, Error! Reference source not found., Choose an item., ______, TBC
    private static readonly Regex Shape = new(
        @"«[^«»]{1,80}»"
            + @"|[\[{<](?:please |to be |your |the )?(?:insert|enter|add|type|specify|amend|delete|confirm|state|"
            + @"name|date|xx|tbc|school|dsl|role|job title|contact)"
            + @"(?:[^\[\]{}<>\w][^\[\]{}<>]{0,120})?[\]}>]"
            + @"|\bX{2}[/.\-]X{2}[/.\-](?:20)?X{2,4}\b"
            + @"|\b(?:20XX|202[X_]|X{4,})\b"
            + @"|\bDD/MM/Y{2,4}\b"
            + @"|Error! [A-Z][A-Z ]{3,60}\."
            + @"|Choose an item\.?|Choose a (?:date|building block)\.?"
            + @"|(?:Click|Tap)(?: or tap)?(?: here)? to (?:enter|add|choose|select)(?: [a-z]{1,15}){1,3}\.?"
            + @"|_{4,}"
            + @"|\bTBC\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    );

    /// <summary>Lists every placeholder of a policy, each once for each place.</summary>
    public static void List(PolicyContent policy, WarningList warnings)
    {
        ListIn([policy.Title, policy.School, .. policy.KeyDetails.Select(detail => $"{detail.Name}: {detail.Value}")], "in the key details");
        ListIn(BlockText.Texts(policy.Preamble).Select(text => text.PlainText).Concat(NotesOf(policy.PreambleNotes)), "before the first section");
        foreach (var section in policy.Sections)
        {
            ListIn([section.Heading, .. BlockText.Texts(section.Blocks).Select(text => text.PlainText), .. NotesOf(section.Notes)], $"under {section.Heading}");
        }

        void ListIn(IEnumerable<string> texts, string where)
        {
            var told = new HashSet<string>(StringComparer.Ordinal);
            foreach (var placeholder in texts.SelectMany(In).Where(told.Add))
            {
                warnings.LeaveOut(LeftOutKind.Placeholder, placeholder, where);
            }
        }
    }

    /// <summary>The placeholders in a text, as printed.</summary>
    public static IEnumerable<string> In(string text) => Shape.Matches(text).Select(match => match.Value);

    private static IEnumerable<string> NotesOf(IEnumerable<Note> notes) => notes.Select(note => note.Text.PlainText);
}
