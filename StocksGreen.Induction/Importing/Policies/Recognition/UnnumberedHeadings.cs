using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Finds headings that carry no number: a short line in capitals, after '#', or in the shape of a title with body text under it.</summary>
internal sealed class UnnumberedHeadings
{
    private const int LongestListOfTitles = 3;
    private const int LeastStyledHeadings = 3;
    private const int LeastParagraphs = 3;
    private const int LeastWordsOfParagraph = 16;

    private static readonly string[] Openings =
    [
        "introduction",
        "aims",
        "aim",
        "purpose",
        "rationale",
        "scope",
        "background",
        "overview",
        "context",
        "foreword",
        "vision",
        "values",
        "ethos",
        "statementofintent",
        "policystatement",
        "aimsandobjectives",
        "ourvision",
        "ouraims",
        "definitions",
        "principles",
        "legalframework",
        "legislation",
        "cyflwyniad",
        "nodau",
    ];

    private readonly IReadOnlyList<SourceLine> lines;
    private readonly IReadOnlyList<Heading> numbered;
    private readonly Func<int, bool> isTaken;
    private readonly SortedSet<int> headings = [];
    private readonly bool hasStyledHeadings;
    private readonly bool hasNoGaps;

    // Where the numbers of another policy in the same file begin.
    private readonly HashSet<int> secondFirsts;

    private UnnumberedHeadings(IReadOnlyList<SourceLine> lines, IReadOnlyList<Heading> numbered, Func<int, bool> isTaken)
    {
        this.lines = lines;
        this.numbered = numbered;
        this.isTaken = isTaken;
        secondFirsts = [.. numbered.Skip(1).Where(heading => heading.Number == "1").Select(heading => heading.FirstLine)];
        hasStyledHeadings = lines.Count(line => line.HashLevel > 0) >= LeastStyledHeadings;
        // Each paragraph is one line and nothing stands between them.
        hasNoGaps =
            lines.Count(line => line.IsGap) * 10 < lines.Count && lines.Count(line => !Words.AreAtMost(line.Plain, LeastWordsOfParagraph)) >= LeastParagraphs;
    }

    /// <param name="numbered">The headings that have a number already.</param>
    /// <param name="start">The first line that may be a heading.</param>
    /// <param name="isTaken">True for a line that is something else: the title, a key detail, a numbered heading.</param>
    public static IReadOnlyList<Heading> Find(IReadOnlyList<SourceLine> lines, IReadOnlyList<Heading> numbered, int start, Func<int, bool> isTaken) =>
        new UnnumberedHeadings(lines, numbered, isTaken).Find(start);

    private List<Heading> Find(int start)
    {
        var firstNumbered = numbered.Count < 2 ? int.MaxValue : numbered[0].FirstLine;
        for (var i = lines.Count - 1; i >= start; i--)
        {
            if (lines[i].Kind == LineKind.Text && !isTaken(i) && IsHeading(i, firstNumbered))
            {
                headings.Add(i);
            }
        }

        return Inside(WithLevels(firstNumbered));
    }

    /// <summary>
    /// Raw: "English" in italic letters, among "Rationale" and "Workload" in bold ones. Where the format keeps paragraphs apart and several headings stand
    /// out, what only has the shape of one and stands out less divides their sections.
    /// </summary>
    private List<Heading> Inside(List<Heading> found)
    {
        bool StandsOut(Heading heading) => lines[heading.FirstLine] is var line && (line.HashLevel > 0 || IsBold(line) || Words.IsCapitals(line.Plain));
        return found.Concat(numbered).Count(StandsOut) < LeastStyledHeadings
            ? found
            : found.ConvertAll(heading =>
                lines[heading.FirstLine].IsWhole && !StandsOut(heading) && heading.FirstLine > 0 ? heading with { IsInside = true } : heading
            );
    }

    private bool IsHeading(int at, int firstNumbered)
    {
        var line = lines[at];
        var next = NextPrinted(at);
        if (line.HashLevel > 0)
        {
            return !HeadingShape.IsStyledParagraph(line.Plain);
        }

        // Where the document has headings of its own kind, a line that only looks like one is text.
        if (hasStyledHeadings && line.IsWhole && !IsBold(line) && !HeadingShape.IsCapitalTitle(line.Plain))
        {
            return false;
        }

        var isAfterGap = IsAfterGap(at) || (hasNoGaps && IsBetweenParagraphs(at));
        var isBeforeGap = next > at + 1;
        if (
            next >= lines.Count
            || (isAfterGap && IsAfterColon(at))
            || (!isBeforeGap && lines[next].Kind == LineKind.Text && Words.StartsLowerCase(lines[next].Plain))
        )
        {
            return false;
        }

        if (BeginsAnother(at))
        {
            return isAfterGap;
        }

        if (HeadingShape.IsCapitalTitle(line.Plain))
        {
            return isAfterGap && (isBeforeGap || HasBody(next) || headings.Contains(next));
        }

        // Raw: "Ferncliffe Junior School" then "Growing together": a line that belongs to the name above it
        if (at > 0 && isTaken(at - 1) && at < firstNumbered && !IsOpening(line) && numbered.All(heading => heading.LastLine != at - 1))
        {
            return false;
        }

        // Raw: "Related Policies" then "Anti-Bullying Policy", "SEND Policy", each on a line of its own
        if (isAfterGap && at > 0 && firstNumbered == int.MaxValue && LinkedPoliciesReader.IsAboutLinks(line.Plain) && HeadingShape.IsTitle(line.Plain))
        {
            return true;
        }

        if (
            !HeadingShape.IsTitle(line.Plain)
            || KeyDetailReader.FromLine(line, isInRun: false) is not null
            || !(isAfterGap || IsBold(line))
            || IsInListOfTitles(at)
        )
        {
            return false;
        }

        if (at < firstNumbered && firstNumbered != int.MaxValue)
        {
            // Before section 1 a short line may be a motto or a date, so that only the usual openings count.
            return isBeforeGap && HasBody(next) && IsOpening(line);
        }

        if (firstNumbered != int.MaxValue && !isBeforeGap)
        {
            return false;
        }

        if (
            line.Plain.Contains(',', StringComparison.Ordinal)
            && !line.Plain.Contains(" and ", StringComparison.Ordinal)
            && !line.Plain.Contains(" or ", StringComparison.Ordinal)
        )
        {
            return false; // Raw: "Learning together, growing together"
        }

        return HasBody(next)
            || (headings.Contains(next) && !headings.Contains(NextPrinted(next)))
            || (IsBold(line) && ClosingDetails.IsOverReview(lines, at, line.Plain));
    }

    private List<Heading> WithLevels(int firstNumbered)
    {
        var hasCapitals = headings.Any(i => lines[i].HashLevel == 0 && Words.IsCapitals(lines[i].Plain));
        var hashes = headings.Where(i => lines[i].HashLevel > 0).Select(i => lines[i].HashLevel).DefaultIfEmpty(1).Min();
        var found = new List<Heading>();
        var n = 0;
        foreach (var i in headings)
        {
            while (n < numbered.Count && numbered[n].FirstLine < i)
            {
                n++;
            }

            var isWithinNumbered = i > firstNumbered && n < numbered.Count;
            var level = 1;
            if (lines[i].HashLevel > 0)
            {
                level = lines[i].HashLevel - hashes + 1;
            }
            else if (BeginsAnother(i))
            {
                level = 1;
            }
            else if (isWithinNumbered)
            {
                level = numbered[n - 1].Level + 1;
            }
            else if (firstNumbered != int.MaxValue && i > firstNumbered)
            {
                level = Words.IsCapitals(lines[i].Plain) ? 1 : numbered[^1].Level + 1;
            }
            else if (hasCapitals && !Words.IsCapitals(lines[i].Plain))
            {
                level = 2;
            }

            found.Add(new Heading(i, i, "", lines[i].Plain, level));
        }

        return found;
    }

    /// <summary>Raw: "Mobile Phone Policy" over a second "1. Aims".</summary>
    private bool BeginsAnother(int at) => secondFirsts.Contains(NextPrinted(at)) && HeadingShape.IsTitleOfPolicy(lines[at].Plain);

    /// <summary>Raw: "Anti-bullying policy", "Behaviour policy", "Uniform policy", each on a line of its own: items, not headings.</summary>
    private bool IsInListOfTitles(int at)
    {
        var count = 1;
        for (var i = PreviousPrinted(at); i >= 0 && count < LongestListOfTitles && IsPlainTitle(i) && IsAlone(i); i = PreviousPrinted(i))
        {
            count++;
        }

        for (var i = NextPrinted(at); i < lines.Count && count < LongestListOfTitles && IsPlainTitle(i) && (IsAlone(i) || !IsAlone(at)); i = NextPrinted(i))
        {
            count++;
        }

        return count >= LongestListOfTitles;
    }

    /// <summary>A line with a gap above and below.</summary>
    private bool IsAlone(int i) => (i == 0 || lines[i - 1].IsGap) && (i + 1 == lines.Count || lines[i + 1].IsGap);

    private bool IsPlainTitle(int i) =>
        lines[i].Kind == LineKind.Text && lines[i].HashLevel == 0 && !isTaken(i) && !Words.IsCapitals(lines[i].Plain) && HeadingShape.IsTitle(lines[i].Plain);

    /// <summary>Text that a heading can stand over: a bullet, a table, a labelled paragraph, or words enough for a sentence.</summary>
    private bool HasBody(int at) =>
        at < lines.Count
        && !isTaken(at)
        && (
            lines[at].Kind != LineKind.Text
            || SectionLabel.TryRead(lines[at].Plain) is not null
            || Words.EndsSentence(lines[at].Plain)
            || Words.LastMark(lines[at].Plain) == ','
            || !Words.AreAtMost(lines[at].Plain, 5)
            || (at + 1 < lines.Count && lines[at + 1].Kind == LineKind.Text)
        );

    private static bool IsOpening(SourceLine line) => Openings.Contains(Words.Key(line.Plain), StringComparer.Ordinal);

    private static bool IsBold(SourceLine line) =>
        (line.Text.StartsWith("**", StringComparison.Ordinal) && line.Text.EndsWith("**", StringComparison.Ordinal))
        || (line.Text.StartsWith("<b>", StringComparison.OrdinalIgnoreCase) && line.Text.EndsWith("</b>", StringComparison.OrdinalIgnoreCase))
        || (line.Text.StartsWith("<strong>", StringComparison.OrdinalIgnoreCase) && line.Text.EndsWith("</strong>", StringComparison.OrdinalIgnoreCase));

    // Raw: "… understood by everyone in the setting." then "Methods" then "Personal mobile phones" then "1. All staff must …"
    private bool IsBetweenParagraphs(int at) =>
        at > 0
        && !isTaken(at - 1)
        && lines[at - 1].Kind == LineKind.Text
        && SectionLabel.TryRead(lines[at].Plain) is null
        && (
            Words.LastMark(lines[at - 1].Plain) is '.' or '!' or '?'
            || (at > 1 && IsPlainTitle(at - 1) && Words.LastMark(lines[at - 2].Plain) is '.' or '!' or '?')
        );

    private bool IsAfterGap(int at) => at == 0 || lines[at - 1].IsGap || isTaken(at - 1);

    private bool IsAfterColon(int at)
    {
        var previous = PreviousPrinted(at);
        return previous >= 0 && !isTaken(previous) && lines[previous].Kind == LineKind.Text && Words.LastMark(lines[previous].Text) is ':' or ',';
    }

    private int NextPrinted(int at)
    {
        do
        {
            at++;
        } while (at < lines.Count && lines[at].IsGap);
        return at;
    }

    private int PreviousPrinted(int at)
    {
        do
        {
            at--;
        } while (at >= 0 && lines[at].IsGap);
        return at;
    }
}
