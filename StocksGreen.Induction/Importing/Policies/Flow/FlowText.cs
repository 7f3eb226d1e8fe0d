using System.Text;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;
using StocksGreen.Induction.Importing.Policies.Word;

namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>Collects the words of one paragraph after another; what no one is to read is listed and left out.</summary>
internal sealed class FlowText(WordTally tally, WarningList warnings)
{
    // The longest policy we know of has some hundreds; short lines without gaps between them take time with the square of their number.
    private const int MostBreaks = 2_000;
    private const int LongestPiece = 1_800;

    private readonly List<Piece> pieces = [];
    private readonly List<Note> notes = [];
    private readonly StringBuilder omitted = new();
    private LeftOutKind omittedAs;
    private int breaks;

    /// <summary>True where there is something to print since the last paragraph ended.</summary>
    internal bool HasWords => pieces.Exists(piece => piece.HasWords);

    internal void Add(string words, FlowLook look)
    {
        if (words.Length == 0)
        {
            return;
        }

        if (look.LeftOutAs is { } why)
        {
            if (omitted.Length > 0 && omittedAs != why)
            {
                EndOmission();
            }

            omittedAs = why;
            omitted.Append(words);
            return;
        }

        if (words.Any(c => !char.IsWhiteSpace(c)))
        {
            EndOmission();
        }
        else if (omitted.Length > 0)
        {
            // Two runs that are left out may have a space between them that is not.
            omitted.Append(' ');
        }

        var shown = Signs(TextCleaning.CleanCharacters(words, warnings), look.Font);
        pieces.Add(
            new Piece(
                look.IsCapitals ? shown.ToUpperInvariant() : shown,
                look.Link is null ? look.Style : look.Style & ~TextStyle.Underline,
                look.Size,
                look.Link
            )
        );
    }

    internal void AddBreak()
    {
        if (++breaks > MostBreaks)
        {
            throw new FlowLimitException("This document has more than 2,000 line breaks, which no policy has. Take the empty lines out, and choose it again.");
        }

        pieces.Add(new Piece("\n", TextStyle.Plain, 0, null));
    }

    /// <param name="note">Null where the note was referred to before.</param>
    internal void AddNote(string mark, Note? note)
    {
        EndOmission();
        pieces.Add(new Piece(InlineMarkup.NoteMark(mark), TextStyle.Plain, 0, null, IsNoteMark: true));
        if (note is not null)
        {
            notes.Add(note);
        }
    }

    /// <summary>The words since the last paragraph ended; null where there are none, and no note either.</summary>
    internal FlowParagraph? End()
    {
        EndOmission();
        var shown = pieces.Where(piece => piece.HasWords).ToList();
        if (shown.Count == 0 && notes.Count == 0)
        {
            pieces.Clear();
            return null;
        }

        var standsOut =
            shown.Count > 0
            && (shown.TrueForAll(piece => piece.Style.HasFlag(TextStyle.Bold)) || shown.TrueForAll(piece => piece.Style.HasFlag(TextStyle.Underline)));
        var ended = new FlowParagraph(Mark(standsOut), standsOut, shown.Select(piece => piece.Size).DefaultIfEmpty(0).Max(), [.. notes]);
        pieces.Clear();
        notes.Clear();
        return ended;
    }

    /// <summary>Lists words that are longer than one entry of the list may be in several.</summary>
    internal static void LeaveOut(WordTally tally, LeftOutKind kind, string words)
    {
        var tidy = Words.Tidy(words);
        while (tidy.Length > LongestPiece && tidy.LastIndexOf(' ', LongestPiece) is > 0 and var end)
        {
            tally.LeaveOut(kind, tidy[..end]);
            tidy = tidy[(end + 1)..];
        }

        tally.LeaveOut(kind, tidy);
    }

    private void EndOmission()
    {
        if (omitted.Length > 0)
        {
            LeaveOut(tally, omittedAs, omitted.ToString());
            omitted.Clear();
        }
    }

    /// <summary>Raw: U+F0FE in Wingdings, which prints a box with a tick.</summary>
    private string Signs(string words, string? font)
    {
        var isOfSigns = WordSymbols.IsSymbolFont(font);
        if (!isOfSigns && !words.Any(c => c is >= '\uE000' and <= '\uF8FF'))
        {
            return words;
        }

        return string.Concat(
            words.Select(c =>
            {
                if (char.IsWhiteSpace(c) || !(isOfSigns || c is >= '\uE000' and <= '\uF8FF'))
                {
                    return c.ToString();
                }

                if (WordSymbols.Translate(isOfSigns ? font! : "", c) is { } sign)
                {
                    return sign;
                }

                tally.LeaveOut(LeftOutKind.Symbol, WordSymbols.Name(isOfSigns ? font! : "", c));
                return "\uFFFD";
            })
        );
    }

    private string Mark(bool standsOut)
    {
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

            var style = standsOut ? piece.Style & (TextStyle.Superscript | TextStyle.Subscript) : piece.Style;
            if ((style, piece.Link) != (open, address) && piece.HasWords)
            {
                Flush();
                (open, address) = (style, piece.Link);
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

    private sealed record Piece(string Text, TextStyle Style, double Size, string? Link, bool IsNoteMark = false)
    {
        internal bool HasWords { get; } = !IsNoteMark && Text.Any(c => !char.IsWhiteSpace(c));
    }
}
