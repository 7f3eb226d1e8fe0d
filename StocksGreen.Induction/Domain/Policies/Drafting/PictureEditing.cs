using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Policies.Drafting;

/// <summary>Says what a picture shows, wherever in a text it stands.</summary>
internal static class PictureEditing
{
    internal const int LongestDescription = 2_000;

    /// <summary>All of them, or none when one is refused.</summary>
    internal static DraftEdited Describe(PolicyContent text, IReadOnlyList<PictureDescription> pictures)
    {
        DraftEdited edited = Refused("Say in words what the picture shows, or that it is decorative.");
        var described = new List<string>();
        foreach (var picture in pictures)
        {
            edited = Describe(text, picture);
            if (edited is not DraftEdited.Done done)
            {
                return edited;
            }

            text = done.Text;
            described.Add(done.What);
        }

        return described.Count > 1 ? new DraftEdited.Done(text, $"Described {described.Count} pictures") : edited;
    }

    private static DraftEdited Describe(PolicyContent text, PictureDescription edit)
    {
        var alt = string.Join(' ', edit.Alt.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (alt.Length > LongestDescription)
        {
            return Refused($"Describe the picture in at most {LongestDescription} characters.");
        }

        if (!TextPlaces.PictureHashes(text).Contains(edit.Sha256, StringComparer.Ordinal))
        {
            return Refused("That picture is no longer in the text.");
        }

        var described = edit with { Alt = alt };
        return new DraftEdited.Done(
            text with
            {
                Preamble = In(text.Preamble, described),
                Sections = [.. text.Sections.Select(section => section with { Blocks = In(section.Blocks, described) })],
            },
            alt.Length == 0 ? "Marked a picture as decorative" : "Described a picture"
        );
    }

    private static DraftEdited.Refused Refused(string sentence) => new([new ValidationError("Alt", sentence)]);

    private static IReadOnlyList<Block> In(IReadOnlyList<Block> blocks, PictureDescription edit) => [.. blocks.Select(block => In(block, edit))];

    private static Block In(Block block, PictureDescription edit) =>
        block switch
        {
            Picture picture when picture.Sha256 == edit.Sha256 => picture with { Alt = edit.Alt },
            BulletList list => list with { Items = In(list.Items, edit) },
            NumberedList list => list with { Items = In(list.Items, edit) },
            Callout box => box with { Blocks = In(box.Blocks, edit) },
            Table table => table with
            {
                Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => cell with { Blocks = In(cell.Blocks, edit) })] })],
            },
            _ => block,
        };

    private static IReadOnlyList<ListItem> In(IReadOnlyList<ListItem> items, PictureDescription edit) =>
        [.. items.Select(item => item with { Nested = In(item.Nested, edit) })];
}
