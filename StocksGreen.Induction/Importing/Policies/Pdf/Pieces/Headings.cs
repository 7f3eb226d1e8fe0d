using System.Text.RegularExpressions;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>Tells which paragraphs are headings, by tag, size, weight, underline, capitals and number, and how deep they are.</summary>
internal sealed partial class Headings
{
    private const int MostWords = 16;
    private const int MostLetters = 130;
    private const int MostWordsOfTagged = 32;
    private const int MostLettersOfTagged = 240;
    private const int LongParagraph = 60;
    private const double LargerThanText = 5;

    private readonly List<Piece> pieces;
    private readonly double usualSize;
    private readonly bool isUsuallyBold;

    private Headings(List<Piece> pieces)
    {
        this.pieces = pieces;
        var running = pieces.Where(piece => piece.Kind is PieceKind.Paragraph or PieceKind.Item && piece.Plain.Length > LongParagraph).ToList();
        usualSize = running
            .GroupBy(piece => piece.Size)
            .OrderByDescending(group => group.Sum(piece => piece.Plain.Length))
            .Select(group => group.Key)
            .FirstOrDefault(11);
        isUsuallyBold = running.Sum(piece => piece.IsBold ? piece.Plain.Length : -piece.Plain.Length) > 0;
    }

    /// <summary>Changes the kind and the level of what is a heading; 1 is the title.</summary>
    public static void Settle(List<Piece> pieces)
    {
        var headings = new Headings(pieces);
        headings.Choose();
        headings.JoinBroken();
        headings.TakeBack();
        var title = headings.FindTitle();
        headings.SetLevels(title);
    }

    /// <summary>True for the shape of a heading with a number, "4.1 Reputation", whatever it looks like.</summary>
    public static bool IsNumbered(string plain) => Number().IsMatch(plain) && !LetterLabel().IsMatch(plain) && HasShape(plain, isTagged: false, isLarge: false);

    private void Choose()
    {
        foreach (var piece in pieces)
        {
            var isCandidate =
                piece.Kind is PieceKind.Paragraph
                || (piece.Kind is PieceKind.Item && (Number().IsMatch(WithLabel(piece)) && !LetterLabel().IsMatch(WithLabel(piece))));
            if (isCandidate && HasShape(WithLabel(piece), IsTagged(piece), isLarge: piece.Size >= usualSize + LargerThanText) && StandsOut(piece))
            {
                if (piece.Kind is PieceKind.Item && piece.Label.Any(char.IsLetterOrDigit))
                {
                    piece.Text = $"{piece.Label.Trim()} {piece.Text}";
                    piece.Plain = $"{piece.Label.Trim()} {piece.Plain}";
                }

                piece.Kind = PieceKind.Heading;
            }
        }
    }

    private static string WithLabel(Piece piece) => piece.Label.Any(char.IsLetterOrDigit) ? $"{piece.Label.Trim()} {piece.Plain}" : piece.Plain;

    private static bool IsTagged(Piece piece) => piece.Role is ['H', >= '1' and <= '6'];

    private bool StandsOut(Piece piece)
    {
        var words = piece.Plain.Split(' ').Length;
        return piece.Role is ['H', >= '1' and <= '6'] or "Title"
                && (piece.IsBold || piece.IsItalic || piece.IsUnderlined || piece.Size > usualSize + 0.6 || piece.Plain.Length < 70)
            || (piece.IsBold && !isUsuallyBold && piece.Size > usualSize - 1.6)
            || (piece.IsUnderlined && !piece.Text.Contains("<a ", StringComparison.Ordinal))
            || piece.Size >= usualSize + 1.5
            || (piece.IsCapitals && words <= 10);
    }

    private static bool HasShape(string text, bool isTagged, bool isLarge)
    {
        var number = Number().Match(text);
        var rest = text[number.Length..];
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return text.Length > 5 && number.Success && char.IsLetter(text[0]);
        }

        var start = text.AsSpan().TrimStart("“\"'‘(");
        return words.Length <= (isTagged ? MostWordsOfTagged : MostWords)
            && text.Length <= (isTagged ? MostLettersOfTagged : MostLetters)
            && !Filling().IsMatch(text)
            && !start.IsEmpty
            && char.IsLetterOrDigit(start[0])
            && (number.Length > 0 || !char.IsLower(start[0]))
            && rest.Any(char.IsLetter)
            && Words.LastMark(text) is not (';' or ',')
            && !(Words.LastMark(text) == '.' && words.Length > 8)
            && (number.Length > 0 || text.EndsWith(':') || isLarge || !Detail().IsMatch(text));
    }

    /// <summary>A heading over two lines, of one look, the second of which goes on with the first.</summary>
    private void JoinBroken()
    {
        for (var i = 0; i + 1 < pieces.Count; i++)
        {
            var (first, second) = (pieces[i], pieces[i + 1]);
            if (
                first.Kind is PieceKind.Heading
                && second.Kind is PieceKind.Heading
                && Math.Abs(first.Size - second.Size) < 0.6
                && first.IsBold == second.IsBold
                && char.IsLower(second.Plain, 0)
            )
            {
                Join(i);
                i--;
            }
        }
    }

    private void Join(int at)
    {
        pieces[at].Text += " " + pieces[at + 1].Text;
        pieces[at].Plain += " " + pieces[at + 1].Plain;
        pieces.RemoveAt(at + 1);
    }

    /// <summary>Lines that lead in to a list, places to sign and dates are no headings, however bold.</summary>
    private void TakeBack()
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Kind is not PieceKind.Heading)
            {
                continue;
            }

            var isNumbered = Number().Match(piece.Plain) is { Length: > 0 };
            var isTagged = piece.Role is ['H', _];
            var words = piece.Plain.Split(' ').Length;
            var leadsIn =
                piece.Plain.EndsWith(':')
                && !isNumbered
                && i + 1 < pieces.Count
                && pieces[i + 1].Kind is PieceKind.Item
                && (isTagged ? Verb().IsMatch(piece.Plain) && !pieces[i + 1].Label.Any(char.IsLetterOrDigit) : words > 3);
            var isSentence =
                !isNumbered && words > 7 && !piece.Plain.EndsWith('?') && Verb().IsMatch(piece.Plain) && !(isTagged && piece.Size > usualSize + 1.5);
            // Raw: "Plan owner – Business manager" in large letters on a cover
            var isDetail = !isNumbered && KeyDetailReader.FromLine(new SourceLine(0, 0, LineKind.Text, piece.Plain), isInRun: false) is { Value.Length: > 0 };
            if (NoHeading().IsMatch(piece.Plain) || leadsIn || isSentence || isDetail)
            {
                piece.Kind = PieceKind.Paragraph;
            }
        }
    }

    /// <summary>The largest heading before the first long paragraph; its lines are put together.</summary>
    private Piece? FindTitle()
    {
        var end = pieces.FindIndex(piece => piece.Kind is PieceKind.Paragraph or PieceKind.Item && piece.Plain.Length > 90);
        var head = pieces
            .Take(end < 0 ? Math.Min(pieces.Count, 30) : end)
            .Where(piece => piece.Kind is PieceKind.Heading && !Number().IsMatch(piece.Plain))
            .ToList();
        if (head.Count == 0)
        {
            return null;
        }

        var largest = head.Max(piece => piece.Size);
        var title = head.First(piece => Math.Abs(piece.Size - largest) < 0.6);
        if (largest <= usualSize + 1.5 && title != head[0])
        {
            return null;
        }

        var at = pieces.IndexOf(title);
        while (
            at + 1 < pieces.Count
            && pieces[at + 1] is { Kind: PieceKind.Heading } next
            && Math.Abs(next.Size - largest) < 0.6
            && next.Plain.Length + title.Plain.Length < 120
            && largest > usualSize + 3
            && !Number().IsMatch(next.Plain)
            && !title.Plain.EndsWith("policy", StringComparison.OrdinalIgnoreCase)
        )
        {
            Join(at);
        }

        title.Level = 1;
        return title;
    }

    private void SetLevels(Piece? title)
    {
        var all = pieces.Where(piece => piece.Kind is PieceKind.Heading && piece != title).ToList();
        var looks = all.Select(LookOf).Distinct().OrderDescending().ToList();
        // Raw: "1. Manage internally" below "Options to manage the report", in a document whose sections have no numbers
        var unnumbered = all.Where(IsTagged)
            .GroupBy(piece => piece.Role[1])
            .Where(group => group.Count(piece => char.IsAsciiDigit(piece.Plain[0])) * 3 < group.Count())
            .Select(group => group.Key)
            .ToHashSet();
        // Raw: "Document control" in the style of "1. Aims" is as deep as this.
        var depthOfTag = all.Where(piece => IsTagged(piece) && DepthOf(piece) > 0)
            .GroupBy(piece => piece.Role[1] - '0')
            .Where(group => !unnumbered.Contains((char)('0' + group.Key)))
            .ToDictionary(group => group.Key, group => Math.Min(group.Key, group.Min(DepthOf)));
        foreach (var piece in all)
        {
            var depth = DepthOf(piece);
            var isTagOfDepth = piece.Role is ['H', var level] && level - '0' > depth && unnumbered.Contains(level);
            piece.Level =
                1
                + (
                    depth > 0 && !isTagOfDepth ? depth
                    : piece.Role is ['H', var tag] && char.IsAsciiDigit(tag) ? depthOfTag.GetValueOrDefault(tag - '0', tag - '0')
                    : Math.Min(3, 1 + looks.IndexOf(LookOf(piece)))
                );
        }

        static int DepthOf(Piece piece) =>
            Number().Match(piece.Plain) is { Length: > 0 } found && found.Groups["number"].Value is var number && char.IsAsciiDigit(number[0])
                ? number.Split('.').Count(part => part.Any(c => c is >= '1' and <= '9'))
                : 0;

        static double LookOf(Piece piece) => (Math.Round(piece.Size) * 10) + (piece.IsCapitals ? 4 : 0) + (piece.IsBold ? 2 : 0) + (piece.IsUnderlined ? 1 : 0);
    }

    // Raw: "Section 2: Aims", "Appendix A", "4.1 Reputation", "B. Scope"
    [GeneratedRegex(
        @"^(?<number>(?:section|part|appendix|annex)\s+(?:\d+|[A-Z]|one|two|three|four|five)\b"
            + @"|\d{1,2}(?:\.\d{1,2}){0,3}(?=[\s.)–:-])|[A-Z](?=[.)]))[.):]?\s*[–—:-]?\s*",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"^\(?[a-zA-Z]\)|^[a-z]\.|^\(?[ivx]+\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LetterLabel();

    [GeneratedRegex(@"\.{4,}|…{2,}|_{3,}|@|https?:|www\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Filling();

    // Raw: "Next review: May 2026"
    [GeneratedRegex(@"^[A-Z][\w '’/&()\-]{2,48}:\s*\S", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Detail();

    [GeneratedRegex(@"\b(will|must|should|may|is|are)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Verb();

    [GeneratedRegex(
        @"^(signed|signature|date|name|print name|position|designation|class|name of pupil|head ?teacher|chair( of| for).{0,30}|page \d+|\[.*\]"
            + @"|dear .*|yours .*)\W*$"
            + @"|^this policy was (adopted|agreed|approved)|^(mon|tue|wed|thu|fri)[a-z]*\.? \d"
            + @"|^\d{1,2}(st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|^(spring|summer|autumn) (term )?\d{4}$"
            + @"|^(january|february|march|april|may|june|july|august|september|october|november|december) \d{4}$|^(version|v)\s?\d|^\d{1,4}$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NoHeading();
}
