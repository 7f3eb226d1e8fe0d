using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Domain.Policies.Fidelity;

/// <summary>What stands where in a text, the place in words.</summary>
public static class TextPlaces
{
    /// <summary>Every picture, as often as it is shown.</summary>
    public static IEnumerable<(Picture Picture, string Where)> Pictures(PolicyContent text) =>
        Blocks(text).SelectMany(each => BlockText.All(each.Blocks).OfType<Picture>().Select(picture => (picture, each.Where)));

    /// <summary>SHA-256 of every picture, each once.</summary>
    public static IReadOnlyList<string> PictureHashes(PolicyContent text) =>
        [.. Pictures(text).Select(each => each.Picture.Sha256).Distinct(StringComparer.Ordinal)];

    /// <summary>Every line of words, without its styles.</summary>
    public static IEnumerable<(string Line, string Where)> Lines(PolicyContent text) =>
        [
            (text.Title, "title"),
            (text.School, "key details"),
            .. text.KeyDetails.Select(detail => ($"{detail.Name}: {detail.Value}", "key details")),
            .. text.PreambleNotes.Select(note => (note.Text.PlainText, "opening")),
            .. text.Sections.SelectMany(section =>
                section.Notes.Select(note => note.Text.PlainText).Prepend(section.Heading).Select(line => (line, Under(section)))
            ),
            .. Blocks(text).SelectMany(each => BlockText.Texts(each.Blocks).Select(line => (line.PlainText, each.Where))),
        ];

    private static IEnumerable<(IReadOnlyList<Block> Blocks, string Where)> Blocks(PolicyContent text) =>
        text.Sections.Select(section => (section.Blocks, Under(section))).Prepend((text.Preamble, "opening"));

    private static string Under(PolicySection section) => $"under {section.Heading}";
}
