using System.Text;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>Collects the words of one paragraph after another; what no one is to read is listed and left out.</summary>
internal sealed class FlowText(FlowTally tally, WarningList warnings)
{
    // The longest policy we know of has some hundreds; short lines without gaps between them take time with the square of their number.
    private const int MostBreaks = 2_000;

    private readonly List<FlowPiece> pieces = [];
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

        var shown = SymbolFonts.Print(TextCleaning.CleanCharacters(words, warnings), look.Font, tally);
        pieces.Add(
            new FlowPiece(
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
            throw new RefusalException("This document has more than 2,000 line breaks, which no policy has. Take the empty lines out, and choose it again.");
        }

        pieces.Add(new FlowPiece("\n", TextStyle.Plain, 0, null));
    }

    /// <param name="note">Null where the note was referred to before.</param>
    internal void AddNote(string mark, Note? note)
    {
        EndOmission();
        pieces.Add(FlowPiece.NoteMark(mark));
        if (note is not null)
        {
            notes.Add(note);
        }
    }

    /// <summary>The words since the last paragraph ended; null where there are none, and no note either.</summary>
    internal FlowParagraph? End()
    {
        EndOmission();
        if (!HasWords && notes.Count == 0)
        {
            pieces.Clear();
            return null;
        }

        var ended = new FlowParagraph(FlowPiece.Mark(pieces), FlowPiece.StandOut(pieces), FlowPiece.LargestSize(pieces), [.. notes]);
        pieces.Clear();
        notes.Clear();
        return ended;
    }

    private void EndOmission()
    {
        if (omitted.Length > 0)
        {
            tally.LeaveOut(omittedAs, omitted.ToString());
            omitted.Clear();
        }
    }
}
