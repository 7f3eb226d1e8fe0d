using System.Text;
using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>The words of signs in the order in which the file draws them, without what stands between words.</summary>
internal static class InkWords
{
    public static IEnumerable<string> Of(IReadOnlyList<Ink> inks)
    {
        var word = new StringBuilder();
        Ink? previous = null;
        foreach (var ink in inks)
        {
            var isTorn = previous is { Text: "\u00AD" };
            if (
                word.Length > 0
                && previous is not null
                && !isTorn
                && (PieceWriter.IsNewLine(previous, ink) || PieceWriter.IsApart(previous, ink) || IsRaised(previous, ink))
            )
            {
                yield return Take();
            }

            foreach (var c in PieceWriter.Typed(ink.Text))
            {
                if (char.IsLetterOrDigit(c))
                {
                    word.Append(c);
                }
                else if (word.Length > 0 && c != '\u00AD')
                {
                    yield return Take();
                }
            }

            previous = ink.IsSpace && isTorn ? previous : ink;
        }

        if (word.Length > 0)
        {
            yield return Take();
        }

        // Raw: "staff must²", where the mark of the note is no part of the word.
        static bool IsRaised(Ink before, Ink after) =>
            Math.Min(before.Size, after.Size) < Math.Max(before.Size, after.Size) * 0.82 && Math.Abs(before.Baseline - after.Baseline) > 0.5;

        string Take()
        {
            var taken = word.ToString().Normalize(NormalizationForm.FormC);
            word.Clear();
            return taken;
        }
    }
}
