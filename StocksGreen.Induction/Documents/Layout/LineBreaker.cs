using System.Globalization;
using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>Words of one face and look on one line. <paramref name="Left"/> is counted from the line's beginning, in points.</summary>
internal sealed record Fragment(string Text, Letters Letters, Look Look, double Left, double Width)
{
    /// <summary>How deep it stands in words of the other direction (UAX #9); odd for words that are read from the right.</summary>
    public byte Level { get; init; }

    public bool IsFromRight => (Level & 1) == 1;
}

/// <summary>A line as it will be drawn: its fragments in the order in which they are read, each with its place.</summary>
/// <param name="Width">Without the space at which the line was broken. That space is kept in the text, so that copied words stay apart.</param>
internal sealed record SetLine(IReadOnlyList<Fragment> Fragments, double Width)
{
    /// <summary>Whether its paragraph is read from the right.</summary>
    public bool IsFromRight { get; init; }
}

/// <summary>Breaks runs into lines at spaces, after hyphens and slashes, and, where a word is wider than the line, anywhere between letters.</summary>
internal static class LineBreaker
{
    // No line holds more letters; a word without an end is shaped in parts.
    private const int LongestPiece = 200;

    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];
    private static readonly string[] AfterNumbers = [.. Months, "BST", "GMT", "UTC"];
    private static readonly string[] BeforeNumbers = [.. Months, "version", "Version"];

    private const string OpeningSigns = "（「『【〈《〔“‘([";
    private const string ClosingSigns = "、。，．！？：；）」』】〉》〕”’ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)]!?,.:;";

    /// <returns>No line for a text without words.</returns>
    public static IReadOnlyList<SetLine> Break(IReadOnlyList<Run> runs, TextStyle style, double width)
    {
        var lines = new List<SetLine>();
        var line = new LineBuilder(style.Size);
        var (words, isFromRight) = Words(runs, style);
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (!line.IsEmpty && (line.WidthWith(word) > width || MovesWithNext(words, at, line, width)))
            {
                lines.Add(line.Finish(endsInSpace: word.HasSpaceBefore));
                line = new LineBuilder(style.Size);
            }

            foreach (var piece in word.Pieces)
            {
                var rest = piece;
                while (line.IsEmpty || !Fits(line.Width + rest.Width, width))
                {
                    var head = LongestThatFits(rest, width - line.Width, mayBeEmpty: !line.IsEmpty);
                    if (head.Length == rest.Text.Length)
                    {
                        break;
                    }

                    line.Add(rest.Of(head), hasSpaceBefore: false);
                    lines.Add(line.Finish(endsInSpace: false));
                    line = new LineBuilder(style.Size);
                    rest = rest.Of(rest.Text[head.Length..]);
                }

                line.Add(rest, word.HasSpaceBefore && ReferenceEquals(piece, word.Pieces[0]));
            }
        }

        if (!line.IsEmpty)
        {
            lines.Add(line.Finish(endsInSpace: false));
        }

        return isFromRight ? [.. lines.Select(each => each with { IsFromRight = true })] : lines;
    }

    /// <summary>True where a word fits and those that belong to it do not, and a line of their own would hold them all: "14 December 2026".</summary>
    private static bool MovesWithNext(List<Word> words, int at, LineBuilder line, double width)
    {
        var end = at + 1;
        while (end < words.Count && words[end].IsJoined)
        {
            end++;
        }

        if (end == at + 1 || words[at].IsJoined)
        {
            return false;
        }

        var more = words.Skip(at + 1).Take(end - at - 1).Sum(word => word.Width + word.SpaceWidth);
        return line.WidthWith(words[at]) + more > width && words[at].Width + more <= width;
    }

    private static bool Fits(double needed, double width) => needed <= width + 0.001;

    /// <summary>The first letters of a piece that fit; at least one where an empty answer would never end.</summary>
    private static string LongestThatFits(Piece piece, double width, bool mayBeEmpty)
    {
        if (Fits(piece.Width, width))
        {
            return piece.Text;
        }

        // Letters take their width from one another, so beginnings are measured and not letters.
        var starts = StringInfo.ParseCombiningCharacters(piece.Text);
        var (fitting, tooLong) = (0, starts.Length);
        while (tooLong - fitting > 1)
        {
            var middle = (fitting + tooLong) / 2;
            (fitting, tooLong) = Fits(piece.WidthOf(piece.Text.AsSpan(0, starts[middle])), width) ? (middle, tooLong) : (fitting, middle);
        }

        return fitting > 0 || mayBeEmpty ? piece.Text[..starts[fitting]]
            : starts.Length > 1 ? piece.Text[..starts[1]]
            : piece.Text;
    }

    private static (List<Word> Words, bool IsFromRight) Words(IReadOnlyList<Run> runs, TextStyle style)
    {
        var words = new List<Word>();
        var pieces = new List<Piece>();
        var (hasSpaceBefore, isJoined) = (false, false);
        var stretches = new List<(Run Run, string Text, Letters Letters)>(runs.Count);
        foreach (var run in runs)
        {
            foreach (var (text, letters) in FontSet.ToDrawable(run.Text, style.FaceOf(run)))
            {
                stretches.Add((run, text, letters));
            }
        }

        var whole = stretches.Exists(stretch => Bidi.IsNeeded(stretch.Text)) ? string.Concat(stretches.Select(stretch => stretch.Text)) : "";
        var levels = Bidi.Levels(whole);
        var offset = 0;
        foreach (var (run, text, letters) in stretches)
        {
            AddWords(run, text, letters);
            offset += text.Length;
        }

        EndWord();
        return (words, Bidi.IsFromRight(whole));

        void AddWords(Run run, string text, Letters letters)
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
                    AddPieces(run, text, letters, start, i);
                }

                start = isSpace ? i + 1 : i;
                if (isSpace || isBreak)
                {
                    EndWord();
                    hasSpaceBefore |= isSpace;
                    isJoined = isSpace && IsInsideDate(text, i);
                }
            }
        }

        void AddPieces(Run run, string text, Letters letters, int start, int end)
        {
            if (levels.Length == 0 && end - start <= LongestPiece)
            {
                pieces.Add(new Piece(text[start..end], letters, Look.Of(run), 0, style.Size));
                return;
            }

            for (var at = start; at < end; )
            {
                var next = at + StringInfo.GetNextTextElementLength(text, at);
                if (next >= end || next - start >= LongestPiece || LevelAt(next) != LevelAt(start))
                {
                    next = Math.Min(next, end);
                    pieces.Add(new Piece(text[start..next], letters, Look.Of(run), LevelAt(start), style.Size));
                    start = next;
                }

                at = next;
            }
        }

        byte LevelAt(int at) => levels.Length == 0 ? (byte)0 : levels[offset + at];

        void EndWord()
        {
            if (pieces.Count > 0)
            {
                words.Add(new Word(pieces, hasSpaceBefore, isJoined));
                (pieces, hasSpaceBefore, isJoined) = ([], false, false);
            }
        }
    }

    /// <summary>True for the spaces in "14 December 2026", "16:05 BST" and "version 2".</summary>
    private static bool IsInsideDate(string text, int space)
    {
        var before = text.AsSpan(0, space);
        var after = text.AsSpan(space + 1);
        return before.Length > 0
            && after.Length > 0
            && (
                (char.IsAsciiDigit(before[^1]) && char.IsAsciiLetterUpper(after[0]) && StartsWithOne(after))
                || (char.IsAsciiDigit(after[0]) && char.IsAsciiLetterLower(before[^1]) && EndsInOne(before))
            );

        static bool StartsWithOne(ReadOnlySpan<char> text)
        {
            foreach (var word in AfterNumbers)
            {
                if (text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || !char.IsLetter(text[word.Length])))
                {
                    return true;
                }
            }

            return false;
        }

        static bool EndsInOne(ReadOnlySpan<char> text)
        {
            foreach (var word in BeforeNumbers)
            {
                if (text.EndsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)])))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static bool MayBreakAfter(char character, char next) =>
        character is '-' or '–' or '—'
        || (character is '/' && char.IsLetter(next))
        || (IsIdeograph(character) && !ClosingSigns.Contains(next, StringComparison.Ordinal))
        || (IsIdeograph(next) && !OpeningSigns.Contains(character, StringComparison.Ordinal) && !IsIdeograph(character));

    /// <summary>Chinese and Japanese are written without spaces: a line may end after any sign.</summary>
    private static bool IsIdeograph(char character) => character is (>= '\u3041' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF');

    private sealed class Piece(string text, Letters letters, Look look, byte level, double size)
    {
        public string Text => text;

        public Letters Letters => letters;

        public Look Look => look;

        public byte Level => level;

        public double Width { get; } = WidthOf(text, letters, look, level, size);

        public Piece Of(string part) => new(part, letters, look, level, size);

        public double WidthOf(ReadOnlySpan<char> part) => WidthOf(part, letters, look, level, size);

        private static double WidthOf(ReadOnlySpan<char> part, Letters letters, Look look, byte level, double size) =>
            letters.Font.WidthOf(part, size * look.Scale, (level & 1) == 1);
    }

    /// <summary>What stands between two places where a line may end.</summary>
    /// <param name="IsJoined">True where it belongs to the word before it, as a year does to its month.</param>
    private sealed record Word(List<Piece> Pieces, bool HasSpaceBefore, bool IsJoined)
    {
        public double Width => Pieces.Sum(piece => piece.Width);

        public double SpaceWidth => Pieces[0].WidthOf(" ");
    }

    private sealed class LineBuilder(double size)
    {
        private readonly List<Fragment> fragments = [];

        public bool IsEmpty => fragments.Count == 0;

        public double Width => IsEmpty ? 0 : fragments[^1].Left + fragments[^1].Width;

        public double WidthWith(Word word)
        {
            var space = word.HasSpaceBefore ? WidthOf(fragments[^1], " ") : 0;
            return Width + space + word.Pieces.Sum(piece => piece.Width) - 0.001;
        }

        public void Add(Piece piece, bool hasSpaceBefore)
        {
            if (piece.Text.Length == 0)
            {
                return;
            }

            var (text, textWidth) = (piece.Text, piece.Width);
            if (hasSpaceBefore && !IsEmpty)
            {
                // The space goes to the side that is plain, and is read as the line is, not as words of the other direction in it.
                var last = fragments[^1];
                if (last.Level == piece.Level ? !last.Look.IsPlain && (piece.Look.IsPlain || last.Look.IsShifted) : piece.Level < last.Level)
                {
                    text = " " + text;
                    textWidth += piece.WidthOf(" ");
                }
                else
                {
                    AppendToLast(" ", WidthOf(last, " "));
                }
            }

            if (!IsEmpty && fragments[^1] is var end && end.Letters == piece.Letters && end.Look == piece.Look && end.Level == piece.Level && !end.IsFromRight)
            {
                AppendToLast(text, textWidth);
            }
            else
            {
                fragments.Add(new Fragment(text, piece.Letters, piece.Look, Width, textWidth) { Level = piece.Level });
            }
        }

        public SetLine Finish(bool endsInSpace)
        {
            var width = Width;
            if (endsInSpace && !IsEmpty && !fragments[^1].IsFromRight)
            {
                fragments[^1] = fragments[^1] with { Text = fragments[^1].Text + " " };
            }

            return new SetLine(fragments.Exists(fragment => fragment.Level > 0) ? InTheirPlaces(fragments) : fragments, width);
        }

        /// <summary>Rule L2: from the deepest level up, what stands together changes its order.</summary>
        private static List<Fragment> InTheirPlaces(List<Fragment> fragments)
        {
            var order = Enumerable.Range(0, fragments.Count).ToArray();
            for (var level = fragments.Max(fragment => fragment.Level); level > 0; level--)
            {
                for (var start = 0; start < order.Length; start++)
                {
                    var end = start;
                    while (end < order.Length && fragments[order[end]].Level >= level)
                    {
                        end++;
                    }

                    if (end > start)
                    {
                        Array.Reverse(order, start, end - start);
                        start = end;
                    }
                }
            }

            var (placed, left) = (fragments.ToArray(), 0.0);
            foreach (var at in order)
            {
                placed[at] = placed[at] with { Left = left };
                left += placed[at].Width;
            }

            return [.. placed];
        }

        private void AppendToLast(string text, double width)
        {
            var last = fragments[^1];
            fragments[^1] = last with { Text = last.Text + text, Width = last.Width + width };
        }

        private double WidthOf(Fragment fragment, string text) => fragment.Letters.Font.WidthOf(text, size * fragment.Look.Scale, fragment.IsFromRight);
    }
}
