using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Lists the words of a policy that someone was to replace before it is published.</summary>
internal static class PlaceholderList
{
    /// <summary>Lists every placeholder of a policy, each once for each place.</summary>
    public static void Fill(PolicyContent policy, WarningList warnings)
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
            foreach (var placeholder in texts.SelectMany(Placeholders.In).Where(told.Add))
            {
                warnings.LeaveOut(LeftOutKind.Placeholder, placeholder, where);
            }
        }
    }

    private static IEnumerable<string> NotesOf(IEnumerable<Note> notes) => notes.Select(note => note.Text.PlainText);
}
