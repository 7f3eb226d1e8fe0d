using System.Globalization;
using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>Words of one face and look on one line. <paramref name="Left"/> is counted from the line's beginning, in points.</summary>
internal sealed record Fragment(string Text, TrueTypeFont Font, Look Look, double Left, double Width);

/// <summary>A line as it will be drawn.</summary>
/// <param name="Width">Without the space at which the line was broken. That space is kept in the text, so that copied words stay apart.</param>
internal sealed record SetLine(IReadOnlyList<Fragment> Fragments, double Width);

/// <summary>Breaks runs into lines at spaces, after hyphens and slashes, and, where a word is wider than the line, anywhere between letters.</summary>
internal static class LineBreaker
{
    /// <returns>No line for a text without words.</returns>
    public static IReadOnlyList<SetLine> Break(IReadOnlyList<Run> runs, TextStyle style, double width)
    {
        var lines = new List<SetLine>();
        var line = new LineBuilder(style.Size);
        foreach (var word in Words(runs, style))
        {
            if (!line.IsEmpty && line.WidthWith(word) > width)
            {
                lines.Add(line.Finish(endsInSpace: word.HasSpaceBefore));
                line = new LineBuilder(style.Size);
            }

            foreach (var piece in word.Pieces)
            {
                var rest = piece;
                while (line.IsEmpty || !Fits(line.Width + piece.WidthOf(rest.Text, style.Size), width))
                {
                    var head = LongestThatFits(rest, style.Size, width - line.Width, mayBeEmpty: !line.IsEmpty);
                    if (head.Length == rest.Text.Length)
                    {
                        break;
                    }

                    line.Add(rest with { Text = head }, hasSpaceBefore: false);
                    lines.Add(line.Finish(endsInSpace: false));
                    line = new LineBuilder(style.Size);
                    rest = rest with { Text = rest.Text[head.Length..] };
                }

                line.Add(rest, word.HasSpaceBefore && ReferenceEquals(piece, word.Pieces[0]));
            }
        }

        if (!line.IsEmpty)
        {
            lines.Add(line.Finish(endsInSpace: false));
        }

        return lines;
    }

    private static bool Fits(double needed, double width) => needed <= width + 0.001;

    /// <summary>The first letters of a piece that fit; at least one where an empty answer would never end.</summary>
    private static string LongestThatFits(Piece piece, double size, double width, bool mayBeEmpty)
    {
        var (length, used) = (0, 0.0);
        while (length < piece.Text.Length)
        {
            var step = StringInfo.GetNextTextElementLength(piece.Text, length);
            used += piece.WidthOf(piece.Text.AsSpan(length, step), size);
            if (!Fits(used, width) && (length > 0 || mayBeEmpty))
            {
                break;
            }

            length += step;
        }

        return piece.Text[..length];
    }

    private static List<Word> Words(IReadOnlyList<Run> runs, TextStyle style)
    {
        var words = new List<Word>();
        var pieces = new List<Piece>();
        var hasSpaceBefore = false;
        foreach (var run in runs)
        {
            foreach (var (text, font) in FontSet.ToDrawable(run.Text, style.FaceOf(run)))
            {
                AddWords(run, text, font);
            }
        }

        EndWord();
        return words;

        void AddWords(Run run, string text, TrueTypeFont font)
        {
            var start = 0;
            for (var i = 0; i <= text.Length; i++)
            {
                var isSpace = i < text.Length && text[i] == ' ' && !run.StaysTogether;
                var isBreak =
                    i > start
                    && i < text.Length
                    && !run.StaysTogether
                    && MayBreakAfter(text[i - 1], text[i])
                    && !(i > 1 && text[i - 1] == '/' && text[i - 2] is '/' or ':');
                if (!isSpace && !isBreak && i < text.Length)
                {
                    continue;
                }

                if (i > start)
                {
                    pieces.Add(new Piece(text[start..i], font, Look.Of(run)));
                }

                start = isSpace ? i + 1 : i;
                if (isSpace || isBreak)
                {
                    EndWord();
                    hasSpaceBefore |= isSpace;
                }
            }
        }

        void EndWord()
        {
            if (pieces.Count > 0)
            {
                words.Add(new Word(pieces, hasSpaceBefore));
                (pieces, hasSpaceBefore) = ([], false);
            }
        }
    }

    private static bool MayBreakAfter(char character, char next) => character is '-' or '–' or '—' or '/' && char.IsLetter(next);

    private sealed record Piece(string Text, TrueTypeFont Font, Look Look)
    {
        public double WidthOf(ReadOnlySpan<char> text, double size) => Font.WidthOf(text, size * Look.Scale);
    }

    /// <summary>What stands between two places where a line may end.</summary>
    private sealed record Word(List<Piece> Pieces, bool HasSpaceBefore);

    private sealed class LineBuilder(double size)
    {
        private readonly List<Fragment> fragments = [];

        public bool IsEmpty => fragments.Count == 0;

        public double Width => IsEmpty ? 0 : fragments[^1].Left + fragments[^1].Width;

        public double WidthWith(Word word)
        {
            var space = word.HasSpaceBefore ? WidthOf(fragments[^1], " ") : 0;
            return Width + space + word.Pieces.Sum(piece => piece.WidthOf(piece.Text, size)) - 0.001;
        }

        public void Add(Piece piece, bool hasSpaceBefore)
        {
            if (piece.Text.Length == 0)
            {
                return;
            }

            var text = piece.Text;
            if (hasSpaceBefore && !IsEmpty)
            {
                // The space goes to the side that is plain.
                if (!fragments[^1].Look.IsPlain && (piece.Look.IsPlain || fragments[^1].Look.IsShifted))
                {
                    text = " " + text;
                }
                else
                {
                    AppendToLast(" ");
                }
            }

            if (!IsEmpty && fragments[^1] is var end && end.Font == piece.Font && end.Look == piece.Look)
            {
                AppendToLast(text);
            }
            else
            {
                fragments.Add(new Fragment(text, piece.Font, piece.Look, Width, piece.WidthOf(text, size)));
            }
        }

        public SetLine Finish(bool endsInSpace)
        {
            var width = Width;
            if (endsInSpace && !IsEmpty)
            {
                fragments[^1] = fragments[^1] with { Text = fragments[^1].Text + " " };
            }

            return new SetLine(fragments, width);
        }

        private void AppendToLast(string text)
        {
            var last = fragments[^1];
            fragments[^1] = last with { Text = last.Text + text, Width = last.Width + WidthOf(last, text) };
        }

        private double WidthOf(Fragment fragment, string text) => fragment.Font.WidthOf(text, size * fragment.Look.Scale);
    }
}
