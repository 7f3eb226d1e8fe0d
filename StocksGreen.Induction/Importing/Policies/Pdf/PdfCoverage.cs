using System.Globalization;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;
using StocksGreen.Induction.Importing.Policies.Pdf.Layout;
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

        // What was left out and named is neither missing nor of the source: as often as it is named, and what repeats at the edge of pages as often as
        // it stands there.
        var named = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in imported.LeftOut.Select(each => each.Text).Concat(imported.Warnings.SelectMany(Quoted)).SelectMany(WordsOf))
        {
            named[word] = named.GetValueOrDefault(word) + 1;
        }

        var repeated = imported
            .LeftOut.Where(each => each.Kind is LeftOutKind.Header)
            .SelectMany(each => WordsOf(each.Text))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (sourceWords, missing) = (0, new List<string>());
        foreach (
            var (word, isAtEdge) in pages
                .SelectMany(WordsOf)
                .OrderBy(each => each.IsAtEdge)
                .Where(each => each.Word != GlyphOfBullet)
                .SelectMany(each =>
                    (result.ContainsKey(each.Word) || named.ContainsKey(each.Word) ? [each.Word] : Parted(each.Word)).Select(part => (part, each.IsAtEdge))
                )
        )
        {
            if (result.GetValueOrDefault(word) is > 0 and var left)
            {
                result[word] = left - 1;
                sourceWords++;
            }
            else if (isAtEdge && (repeated.Contains(word) || int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            {
                continue;
            }
            else if (named.GetValueOrDefault(word) is > 0 and var times)
            {
                named[word] = times - 1;
            }
            else
            {
                sourceWords++;
                missing.Add(word);
            }
        }

        // No ink shows what a picture is described with, though it is a word of the file.
        resultWords -= BlockText
            .All(imported.Policy.Preamble.Concat(imported.Policy.Sections.SelectMany(section => section.Blocks)))
            .OfType<Picture>()
            .Where(picture => !picture.IsPage)
            .Sum(picture => WordsOf(picture.Alt ?? "").Count());
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

    /// <summary>The words of a page in the order of the file; those of its head and foot apart, so that no word crosses the edge.</summary>
    private static IEnumerable<(string Word, bool IsAtEdge)> WordsOf(PageContent page)
    {
        var parts = page.Inks.ToLookup(ink => !ink.IsTurned && PageFurniture.IsAtEdge(ink.Baseline, page.Height));
        return InkWords.Of([.. parts[false]]).Select(word => (word, false)).Concat(InkWords.Of([.. parts[true]]).Select(word => (word, true)));
    }

    // Raw: "1Children Act", a note with its mark, and "6970", the marks of two notes, which no space divides
    private static IEnumerable<string> Parted(string word)
    {
        var digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 ? [word[..digits], word[digits..]] : Footnotes.Parted(word);
    }

    /// <summary>The words of the document in a sentence of ours.</summary>
    private static IEnumerable<string> Quoted(string sentence)
    {
        for (var from = 0; sentence.IndexOf('“', from) is >= 0 and var open && sentence.IndexOf('”', open) is >= 0 and var close; from = close)
        {
            yield return sentence[(open + 1)..close];
        }
    }

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
