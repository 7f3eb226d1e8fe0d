using System.Text;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>Words of one look inside a paragraph of a Word document, an OpenDocument text or a web page.</summary>
/// <param name="Size">Of the letters, in the unit of the reader; 0 where it is not said.</param>
/// <param name="Link">The address to which the words lead; null where they lead nowhere.</param>
/// <param name="IsNoteMark">The words are a note's mark in its tag.</param>
internal sealed record FlowPiece(string Text, TextStyle Style, double Size, string? Link, bool IsNoteMark = false)
{
    internal bool HasWords { get; } = !IsNoteMark && Text.Any(c => !char.IsWhiteSpace(c));

    internal static FlowPiece NoteMark(string mark) => new(InlineMarkup.NoteMark(mark), TextStyle.Plain, 0, null, IsNoteMark: true);

    /// <summary>True where all words of a paragraph are bold, or all are underlined.</summary>
    internal static bool StandOut(IReadOnlyList<FlowPiece> pieces)
    {
        var shown = pieces.Where(piece => piece.HasWords).ToList();
        return shown.Count > 0
            && (shown.TrueForAll(piece => piece.Style.HasFlag(TextStyle.Bold)) || shown.TrueForAll(piece => piece.Style.HasFlag(TextStyle.Underline)));
    }

    /// <summary>Size of the largest words; 0 without any.</summary>
    internal static double LargestSize(IReadOnlyList<FlowPiece> pieces) =>
        pieces.Where(piece => piece.HasWords).Select(piece => piece.Size).DefaultIfEmpty(0).Max();

    /// <summary>The words of a paragraph in the tags that the recogniser reads: those that stand out in a paragraph that does not.</summary>
    internal static string Mark(IReadOnlyList<FlowPiece> pieces)
    {
        var styles = StandOut(pieces) ? TextStyle.Superscript | TextStyle.Subscript : (TextStyle)~0;
        var text = new StringBuilder();
        var words = new StringBuilder();
        var (open, address) = (TextStyle.Plain, (string?)null);
        foreach (var piece in pieces)
        {
            if (piece.IsNoteMark)
            {
                Flush();
                text.Append(piece.Text);
                continue;
            }

            if ((piece.Style & styles, piece.Link) != (open, address) && piece.HasWords)
            {
                Flush();
                (open, address) = (piece.Style & styles, piece.Link);
            }

            words.Append(piece.Text);
        }

        Flush();
        return text.ToString();

        void Flush()
        {
            text.Append(InlineMarkup.Tagged(words.ToString(), open, address));
            words.Clear();
        }
    }
}
