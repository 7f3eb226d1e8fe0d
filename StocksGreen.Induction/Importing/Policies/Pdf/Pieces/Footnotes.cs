using System.Globalization;
using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>Takes footnotes from the foot of pages to the marks that lead to them.</summary>
internal static partial class Footnotes
{
    /// <summary>A note without a mark stays as a paragraph where it stands.</summary>
    public static void Settle(List<Piece> pieces, double usualSize)
    {
        var notes = new Dictionary<(int Page, string Mark), Queue<Piece>>();
        foreach (
            var piece in pieces
                .SelectMany(piece => piece.Inside.Prepend(piece))
                .Where(piece => piece.Kind is PieceKind.Note || (piece.Kind is PieceKind.Paragraph or PieceKind.Item && piece.Size < usualSize - 0.8))
        )
        {
            if (Opening().Match(piece.Text) is { Success: true } opening)
            {
                var key = (piece.Page, opening.Groups["mark"].Value);
                notes.TryAdd(key, new Queue<Piece>());
                notes[key].Enqueue(piece);
            }
        }

        if (notes.Count == 0)
        {
            return;
        }

        foreach (var piece in pieces.Where(piece => piece.Kind is not (PieceKind.Note or PieceKind.Contents) && piece.Block is null).ToList())
        {
            piece.Text = Mark().Replace(piece.Text, found => Settle(piece, piece, found));
        }

        foreach (var table in pieces.Where(piece => piece.Remake is not null))
        {
            foreach (var inside in table.Inside.Where(piece => piece.Kind is not PieceKind.Note && piece.Block is null))
            {
                inside.Text = Mark().Replace(inside.Text, found => Settle(table, inside, found));
            }

            table.Block = table.Remake!();
        }

        pieces.RemoveAll(piece => piece.IsTaken);
        foreach (var piece in pieces.Where(piece => piece.Kind is PieceKind.Note))
        {
            piece.Kind = PieceKind.Paragraph;
        }

        // Raw: "activity<sup>62 63 </sup>Note": each mark leads to its note, and the space or comma behind them stays.
        string Settle(Piece owner, Piece piece, Match found)
        {
            var marks = found.Groups["mark"].Captures.SelectMany(each => Parted(each.Value)).ToList();
            var taken = marks.ConvertAll(mark => TakeNote(owner, piece, mark));
            if (!taken.Contains(true))
            {
                return found.Value;
            }

            var tail = found.Groups["tail"].Value;
            return string.Concat(marks.Zip(taken, (mark, isTaken) => isTaken ? InlineMarkup.NoteMark(mark) : InlineMarkup.Tagged(mark, TextStyle.Superscript)))
                + (tail.Contains(',', StringComparison.Ordinal) ? "," : "")
                + (tail.Any(char.IsWhiteSpace) ? " " : "");
        }

        bool TakeNote(Piece owner, Piece piece, string mark)
        {
            // A paragraph may go over to the next page before its mark.
            var note =
                notes.GetValueOrDefault((piece.Page, mark))?.FirstOrDefault(each => each != piece && !each.IsTaken)
                ?? notes.GetValueOrDefault((piece.Page + 1, mark))?.FirstOrDefault(each => each != piece && !each.IsTaken);
            if (note is null)
            {
                return false;
            }

            note.IsTaken = true;
            owner.Notes.Add(new Note(mark, InlineMarkup.ToRichText(note.Text[Opening().Match(note.Text).Length..])));
            return true;
        }
    }

    /// <summary>Raw: "role<sup>6970</sup>" for notes 69 and 70.</summary>
    /// <returns>The mark itself where it is one.</returns>
    public static IReadOnlyList<string> Parted(string mark)
    {
        var half = mark.Length / 2;
        return
            mark.Length is 4 or 6
            && int.TryParse(mark[..half], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(mark[half..], NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            && second == first + 1
            ? [mark[..half], mark[half..]]
            : [mark];
    }

    // Raw: "<sup>2</sup> See Part one.", "2 See Part one."
    [GeneratedRegex(
        @"^(?:<sup>|<a [^>]*>)*\s*(?<mark>\d{1,3}|\*)\s*(?:</sup>|</a>)*[\s.]*(?=\S)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Opening();

    // Raw: "staff must<sup>2</sup>"
    [GeneratedRegex(
        @"(?:<a [^>]*>)?<sup>(?<mark>\d{1,6}|\*)([\s,]+(?<mark>\d{1,3}))*(?<tail>[\s,]*)</sup>(?:</a>)?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Mark();
}
