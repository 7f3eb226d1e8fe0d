using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>Joins paragraphs and items that the end of a page has torn, though each half has a tag of its own; notes stand between the halves.</summary>
internal static class TornPieces
{
    public static void Join(List<Piece> pieces)
    {
        var last = -1;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind is PieceKind.Note || (last >= 0 && IsSmallNote(pieces[i], pieces[last])))
            {
                continue;
            }

            if (last >= 0 && IsTorn(pieces[last], pieces[i]))
            {
                pieces[last].GoOn(pieces[i]);
                pieces.RemoveAt(i);
                i--;
                continue;
            }

            last = i;
        }
    }

    /// <summary>A note whose tag does not say that it is one.</summary>
    private static bool IsSmallNote(Piece piece, Piece text) => piece.Size < text.Size - 1.4 && piece.Plain.Length > 0 && char.IsAsciiDigit(piece.Plain[0]);

    // Raw: "Cyber Choices programme. This is a" at the foot of a page and "nationwide police programme" at the head of the next
    private static bool IsTorn(Piece first, Piece second)
    {
        var end = Math.Max(first.Page, first.LastPage);
        return second.Page > end
            && second.Page <= end + 1
            && first.Kind is PieceKind.Paragraph or PieceKind.Item
            && !first.Role.StartsWith('H')
            && Math.Abs(first.Size - second.Size) < 0.6
            && first.IsBold == second.IsBold
            && !Words.EndsSentence(first.Plain)
            && (
                second.Kind is PieceKind.Paragraph
                    ? !second.Role.StartsWith('H') && Words.StartsLowerCase(second.Plain)
                    : second is { Kind: PieceKind.Item, GoesOn: true }
            );
    }
}
