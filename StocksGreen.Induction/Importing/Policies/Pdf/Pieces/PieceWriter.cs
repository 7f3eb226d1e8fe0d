using System.Text;
using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>Makes one text of signs in reading order: finds the spaces, joins what a line end has torn, and keeps styles and links.</summary>
internal static partial class PieceWriter
{
    /// <param name="inks">In reading order.</param>
    public static Piece Write(IReadOnlyList<Ink> inks)
    {
        var ink = inks.Where(sign => !sign.IsSpace).ToList();
        if (ink.Count == 0)
        {
            return new Piece();
        }

        // Raw: "3. <b>On the day</b>", whose number alone is not bold
        var words = ink.Where(sign => char.IsLetter(sign.Text[0])).ToList();
        words = words.Count == 0 ? ink.FindAll(sign => char.IsAsciiDigit(sign.Text[0])) : words;
        words = words.Count == 0 ? ink : words;
        var size = UsualSize(words);
        var isBold = MostOf(words, sign => sign.IsBold);
        var runs = RunsOf(inks, size, isBold);
        var text = string.Concat(runs.Select(run => InlineMarkup.Tagged(run.Words, run.Style, run.Link)));
        return new Piece
        {
            Text = text,
            Plain = InlineMarkup.ToPlainText(text),
            Size = size,
            IsBold = isBold,
            IsItalic = MostOf(words, sign => sign.IsItalic),
            IsUnderlined = MostOf(words, sign => sign.IsUnderlined),
            Page = ink[0].Page,
            LastPage = ink.Max(sign => sign.Page),
            Left = ink[0].Left,
            Top = ink[0].Baseline,
        };
    }

    /// <summary>In points, to half a point.</summary>
    public static double UsualSize(IReadOnlyList<Ink> inks) =>
        inks.GroupBy(ink => Math.Round(ink.Size * 2) / 2).OrderByDescending(group => group.Count()).First().Key;

    public static bool MostOf(IReadOnlyList<Ink> inks, Func<Ink, bool> isSo) => inks.Count > 0 && inks.Count(isSo) >= inks.Count * 0.9;

    /// <summary>True where the place between two signs of one line is wide enough for a space.</summary>
    public static bool IsApart(Ink before, Ink after) =>
        after.Left - before.Right > Math.Max(0.8, before.Size * 0.18) || after.Left < before.Left - before.Size;

    public static bool IsNewLine(Ink before, Ink after) =>
        after.Page != before.Page || Math.Abs(after.Baseline - before.Baseline) > Math.Max(2, Math.Max(before.Size, after.Size) * 0.5);

    /// <summary>Signs that fonts join, and kinds of spaces, as people type them.</summary>
    public static string Typed(string text) =>
        text.Length == 1 && text[0] < '\u0080'
            ? text
            : text.Replace("ﬁ", "fi", StringComparison.Ordinal)
                .Replace("ﬂ", "fl", StringComparison.Ordinal)
                .Replace("ﬀ", "ff", StringComparison.Ordinal)
                .Replace("ﬃ", "ffi", StringComparison.Ordinal)
                .Replace("ﬄ", "ffl", StringComparison.Ordinal)
                .Replace("ﬅ", "st", StringComparison.Ordinal)
                .Replace('\u00A0', ' ')
                .Replace("\u200B", "", StringComparison.Ordinal);

    private static List<(string Words, TextStyle Style, string? Link)> RunsOf(IReadOnlyList<Ink> inks, double size, bool isBold)
    {
        var runs = new List<(string Words, TextStyle Style, string? Link)>();
        var text = new StringBuilder();
        var (style, link) = (TextStyle.Plain, (string?)null);
        Ink? previous = null;
        Ink? lineStart = null;
        foreach (var ink in inks)
        {
            if (previous is not null && IsNewLine(previous, ink))
            {
                EndLine(text, ink);
                lineStart = null;
            }
            else if (previous is not null && (IsApart(previous, ink) || ink.FollowsSpace) && !EndsWithSpace(text))
            {
                text.Append(' ');
            }

            if (!ink.IsSpace)
            {
                lineStart ??= ink;
                var here = StyleOf(ink, lineStart, size, isBold);
                // Raw: "141Project", where the box of the link on "Project" begins over the last figure of the small number.
                var address = text.Length > 0 && !EndsWithSpace(text) && previous is not null && AreOneMark(previous, ink) ? link : ink.Link;
                if ((here, address) != (style, link))
                {
                    End();
                    (style, link) = (here, address);
                }

                text.Append(Typed(ink.Text));
            }
            else if (!EndsWithSpace(text))
            {
                text.Append(' ');
            }

            previous = ink;
        }

        End();
        return runs;

        void End()
        {
            if (text.Length > 0)
            {
                var words = Spaces().Replace(text.ToString(), " ");
                // Raw: "NCSC.GOV.UK<b>.</b>": the full stop goes with what it ends.
                var goesOn =
                    runs.Count > 0
                    && runs[^1].Link == link
                    && !IsRaised(style)
                    && !IsRaised(runs[^1].Style)
                    && words.Trim() is [var sign]
                    && !char.IsLetterOrDigit(sign);
                if (goesOn)
                {
                    runs[^1] = runs[^1] with { Words = runs[^1].Words + words };
                }
                else
                {
                    runs.Add((words, style, link));
                }

                text.Clear();
            }
        }

        static bool EndsWithSpace(StringBuilder text) => text.Length > 0 && text[^1] == ' ';

        bool AreOneMark(Ink before, Ink ink) =>
            ink.Size < size * 0.82 && Math.Abs(before.Size - ink.Size) < 0.1 && char.IsAsciiDigit(before.Text[0]) && char.IsAsciiDigit(ink.Text[0]);

        static bool IsRaised(TextStyle style) => (style & (TextStyle.Superscript | TextStyle.Subscript)) != TextStyle.Plain;
    }

    // Raw: "safe-" then "guarding" is one word, "14-" then "day" has its hyphen, and so has "self-" then "harm", which nobody can tell from the first.
    private static void EndLine(StringBuilder text, Ink next)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        if (text.Length > 1 && text[^1] == '\u00AD')
        {
            text.Length--;
        }
        else if (!(text.Length > 1 && text[^1] is '-' or '\u2010' && char.IsLetter(text[^2]) && char.IsLower(next.Text[0])))
        {
            text.Append(' ');
        }
    }

    /// <summary>A piece that is bold as a whole is so by its kind, so that only what stands out from it is marked.</summary>
    private static TextStyle StyleOf(Ink ink, Ink lineStart, double size, bool isBold)
    {
        var style = TextStyle.Plain;
        style |= ink.IsBold && !isBold ? TextStyle.Bold : TextStyle.Plain;
        style |= ink.IsItalic ? TextStyle.Italic : TextStyle.Plain;
        style |= ink.IsUnderlined && ink.Link is null ? TextStyle.Underline : TextStyle.Plain;
        if (ink.Size < size * 0.82 && lineStart != ink)
        {
            style |=
                ink.Baseline > lineStart.Baseline + (size * 0.12) ? TextStyle.Superscript
                : ink.Baseline < lineStart.Baseline - (size * 0.06) ? TextStyle.Subscript
                : TextStyle.Plain;
        }

        return style;
    }

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
