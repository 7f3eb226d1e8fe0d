using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;
using StocksGreen.Induction.Importing.Policies.Pdf.Pieces;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Importing.Policies.Pdf;

/// <summary>Compares the words that are drawn on the pages with the words of the policy.</summary>
internal static class PdfCoverage
{
    private const int MostMissing = 1_000;

    // Raw: "o  Sign the book": a bullet that looks like a letter
    private const string GlyphOfBullet = "o";

    /// <param name="pages">As drawn: what was left out is still in them.</param>
    public static Coverage Of(IReadOnlyList<PageContent> pages, ImportOutcome.Imported imported)
    {
        var result = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var resultWords = 0;
        foreach (var word in TextsOf(imported.Policy).SelectMany(WordsOf))
        {
            result[word] = result.GetValueOrDefault(word) + 1;
            resultWords++;
        }

        // What was left out and named is neither missing nor of the source.
        var named = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in imported.LeftOut.Select(each => each.Text).Concat(imported.Warnings).SelectMany(WordsOf))
        {
            named[word] = int.MaxValue;
        }

        var (sourceWords, missing) = (0, new List<string>());
        foreach (var word in pages.SelectMany(page => InkWords.Of(page.Inks)).Where(word => word != GlyphOfBullet))
        {
            if (result.GetValueOrDefault(word) is > 0 and var left)
            {
                result[word] = left - 1;
                sourceWords++;
            }
            else if (!named.ContainsKey(word))
            {
                sourceWords++;
                missing.Add(word);
            }
        }

        return new Coverage(sourceWords, resultWords, [.. missing.Take(MostMissing)]);
    }

    private static IEnumerable<string> TextsOf(PolicyContent policy) =>
        new[] { policy.Title, policy.School }
            .Concat(policy.KeyDetails.SelectMany(detail => new[] { detail.Name, detail.Value }))
            .Concat(policy.Sections.Select(section => section.Heading))
            .Concat(BlockText.Texts(policy.Preamble.Concat(policy.Sections.SelectMany(section => section.Blocks))).Select(text => Apart(text)))
            .Concat(
                policy.PreambleNotes.Concat(policy.Sections.SelectMany(section => section.Notes)).SelectMany(note => new[] { note.Mark, note.Text.PlainText })
            )
            .Concat(LabelsOf(policy.Preamble.Concat(policy.Sections.SelectMany(section => section.Blocks))));

    /// <summary>Raised and lowered signs and the marks of notes are words of their own here, as they are on the page.</summary>
    private static string Apart(RichText text) =>
        string.Concat(
            text.Runs.Select(run =>
                run.IsNoteMark || (run.Style & (TextStyle.Superscript | TextStyle.Subscript)) != TextStyle.Plain ? $" {run.Text} " : run.Text
            )
        );

    private static IEnumerable<string> LabelsOf(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block =>
            block switch
            {
                NumberedList list => list.Items.SelectMany(item => LabelsOf(item.Nested).Prepend(item.Label)),
                BulletList list => list.Items.SelectMany(item => LabelsOf(item.Nested)),
                Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => LabelsOf(cell.Blocks)),
                Callout box => LabelsOf(box.Blocks),
                _ => [],
            }
        );

    private static IEnumerable<string> WordsOf(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }
}
