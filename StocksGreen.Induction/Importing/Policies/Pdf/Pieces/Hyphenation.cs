using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>Joins words that a line end has torn, where the document has the whole word elsewhere; "self-" and "harm" keep their hyphen.</summary>
internal static class Hyphenation
{
    public static void Settle(IReadOnlyList<PageContent> pages)
    {
        var torn = new List<(Ink Hyphen, string Joined)>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var inks in pages.Select(page => page.Inks))
        {
            foreach (var word in InkWords.Of(inks))
            {
                known.Add(word);
            }

            for (var i = 1; i + 1 < inks.Count; i++)
            {
                if (
                    inks[i].Text is "-" or "\u2010"
                    && NextInk(inks, i) is { } next
                    && PieceWriter.IsNewLine(inks[i], inks[next])
                    && char.IsLower(inks[next].Text, 0)
                )
                {
                    var before = Enumerable.Range(1, i).Select(back => inks[i - back]).TakeWhile(IsLetter).Take(40).Reverse();
                    var after = inks.Skip(next).Take(40).TakeWhile(IsLetter);
                    torn.Add((inks[i], string.Concat(before.Concat(after).Select(ink => PieceWriter.Typed(ink.Text)))));
                }
            }
        }

        foreach (var (hyphen, joined) in torn)
        {
            hyphen.Text = known.Contains(joined) ? "\u00AD" : hyphen.Text;
        }

        static bool IsLetter(Ink ink) => char.IsLetter(ink.Text, 0);
    }

    private static int? NextInk(IReadOnlyList<Ink> inks, int at)
    {
        for (var i = at + 1; i < inks.Count && i < at + 4; i++)
        {
            if (!inks[i].IsSpace)
            {
                return i;
            }
        }

        return null;
    }
}
