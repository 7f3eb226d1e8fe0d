using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Finds the headings that carry a number: "4. Staff use", "4.1 Reputation", "SECTION 1: AIMS", "Appendix A".</summary>
/// <remarks>
/// The same numbers also label paragraphs ("4.1 All staff must…") and list items ("1. Stop"). A line is a heading when it reads like a title
/// and its place in the series agrees: a run of numbered titles with nothing between them is a list, unless it carries the series on.
/// </remarks>
internal sealed class NumberedHeadings
{
    private readonly IReadOnlyList<SourceLine> lines;
    private readonly List<Candidate> candidates = [];
    private readonly Dictionary<(LabelKind, int), int> titles = [];
    private readonly Dictionary<(LabelKind, int), int> sentences = [];
    private readonly Dictionary<(LabelKind Kind, string Number), int> numbers = [];
    private readonly HashSet<(LabelKind Kind, int Depth, int Ordinal)> ordinals = [];
    private readonly Dictionary<(LabelKind, int), SectionLabel> last = [];
    private readonly List<Heading> found = [];
    private bool isInPart;

    private NumberedHeadings(IReadOnlyList<SourceLine> lines) => this.lines = lines;

    public static IReadOnlyList<Heading> Find(IReadOnlyList<SourceLine> lines) => new NumberedHeadings(lines).Find();

    private List<Heading> Find()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == LineKind.Text && SectionLabel.TryRead(lines[i].Plain) is { } label)
            {
                AddCandidate(i, label);
            }
        }

        for (var c = 0; c < candidates.Count; )
        {
            var end = EndOfRun(c);
            var isHeadings = end - c == 1 ? IsHeading(candidates[c]) : IsRunOfHeadings(c, end);
            for (; c < end; c++)
            {
                if (isHeadings || lines[candidates[c].FirstLine].HashLevel > 0)
                {
                    Accept(candidates[c]);
                }
            }
        }

        return found;
    }

    private void AddCandidate(int at, SectionLabel label)
    {
        var title = label.Rest;
        var lastLine = at;
        var next = at + 1 < lines.Count ? lines[at + 1] : null;
        if (title.Length > 0 && next is { Kind: LineKind.Text } && Words.StartsLowerCase(next.Plain))
        {
            // Raw: "4.2 Communicating with pupils, their families and other" then "members of the community"
            title = $"{title} {next.Plain}";
            lastLine = at + 1;
            if (at + 2 < lines.Count && lines[at + 2].Kind == LineKind.Text)
            {
                (title, lastLine) = ("", at); // three lines together are a paragraph
            }
        }

        var isLabelAlone = label.Kind is LabelKind.Section or LabelKind.Part or LabelKind.Appendix && label.Rest.Length == 0 && title.Length == 0;
        // Raw: "SECTION 1" then "AIMS"
        if (
            title.Length == 0
            && label.Kind is LabelKind.Section or LabelKind.Part or LabelKind.Appendix
            && next is { Kind: LineKind.Text, HashLevel: 0 }
            && (HeadingShape.IsCapitalTitle(next.Plain) || HeadingShape.IsTitle(next.Plain))
            && SectionLabel.TryRead(next.Plain) is null
        )
        {
            (title, lastLine) = (next.Plain, at + 1);
        }

        // Raw: "Appendix 1: acceptable use agreement"
        var shape =
            title.Length > 0 && label is { IsPunctuated: true, Kind: LabelKind.Section or LabelKind.Part or LabelKind.Appendix }
                ? char.ToUpperInvariant(title[0]) + title[1..]
                : title;
        if (
            isLabelAlone
            || (lines[at].HashLevel > 0 && title.Length > 0 && !HeadingShape.IsStyledParagraph(lines[at].Plain))
            || (HeadingShape.IsNumberedTitle(shape) && !LeadsIn(at, label, title))
            || (HeadingShape.IsCapitalTitle(title) && lastLine == at)
        )
        {
            candidates.Add(new Candidate(at, lastLine, label, title));
            titles[label.Series] = titles.GetValueOrDefault(label.Series) + 1;
            numbers[(label.Kind, label.Number)] = numbers.GetValueOrDefault((label.Kind, label.Number)) + 1;
            ordinals.Add((label.Kind, label.Depth, label.Ordinal));
        }
        else
        {
            sentences[label.Series] = sentences.GetValueOrDefault(label.Series) + 1;
        }
    }

    /// <summary>Candidates that count on from each other with no text between.</summary>
    private int EndOfRun(int start)
    {
        var end = start + 1;
        while (
            end < candidates.Count
            && candidates[end].Label.Follows(candidates[end - 1].Label)
            && NextPrinted(candidates[end - 1].LastLine) == candidates[end].FirstLine
        )
        {
            end++;
        }

        return end;
    }

    private bool IsRunOfHeadings(int start, int end)
    {
        var first = candidates[start];
        if (first.Label.Kind is LabelKind.Section or LabelKind.Part or LabelKind.Appendix)
        {
            return true;
        }

        var previous = last.GetValueOrDefault(first.Label.Series);
        if (first.Label.Ordinal > 1 && previous is not null && first.Label.Follows(previous))
        {
            return true;
        }

        if (GoesOnAsSteps(start, end))
        {
            return false;
        }

        var isSpaced = Enumerable.Range(start + 1, end - start - 1).All(c => lines[candidates[c].FirstLine - 1].IsGap);
        if (!isSpaced || EndsWithColon(PreviousPrinted(first.FirstLine)))
        {
            return false;
        }

        // Raw: "1. Stop", "2. Block", "3. Tell" in a document whose sections have numbers of their own.
        var hasRival = numbers[(first.Label.Kind, first.Label.Number)] > 1;
        return !hasRival && (first.Label.IsPunctuated || first.Label.Depth > 1);
    }

    /// <summary>Raw: "1. Sound the alarm.", "2. Leave the building.", "3. Go to the field with your class.": the next number is a sentence too.</summary>
    private bool GoesOnAsSteps(int start, int end)
    {
        var latest = candidates[end - 1];
        var next = NextPrinted(latest.LastLine);
        return Enumerable.Range(start, end - start).All(c => Words.LastMark(candidates[c].Title) == '.' && lines[candidates[c].FirstLine].HashLevel == 0)
            && next < lines.Count
            && lines[next].Kind == LineKind.Text
            && SectionLabel.TryRead(lines[next].Plain) is { } following
            && following.Follows(latest.Label);
    }

    private bool IsHeading(Candidate candidate)
    {
        var label = candidate.Label;
        // Raw: "2.1 It covers:" among "2.2 It does not cover grievances."
        if (
            Words.LastMark(candidate.Title) == ':'
            && label.Depth > 1
            && lines[candidate.FirstLine].HashLevel == 0
            && sentences.GetValueOrDefault(label.Series) > titles[label.Series]
        )
        {
            return false;
        }

        var before = PreviousPrinted(candidate.FirstLine);
        var isApart = candidate.FirstLine == 0 || lines[candidate.FirstLine - 1].IsGap || (found.Count > 0 && found[^1].LastLine == candidate.FirstLine - 1);
        var previous = last.GetValueOrDefault(label.Series);
        switch (label.Kind)
        {
            case LabelKind.Section or LabelKind.Part or LabelKind.Appendix:
                return isApart || label.IsPunctuated || Words.IsCapitals(candidate.Title);
            case LabelKind.Letter or LabelKind.Roman:
                return isApart && HasNeighbour(candidate);
        }

        if (label.Components.Count == 1 && !label.IsPunctuated && !(HasNeighbour(candidate) && (isApart || CountsOn(label, previous, lines[before].Plain))))
        {
            return false; // Raw: "30 minutes of homework"
        }

        if (lines[candidate.FirstLine].HashLevel > 0)
        {
            return true;
        }

        // Raw: "Staff will:" then "1. Listen"
        if (EndsWithColon(before) && label.Depth == 1 && !(previous is null ? isApart : label.Follows(previous)))
        {
            return false;
        }

        var opensSeries = previous is null && label.Ordinal == 1 && isApart && !IsLabelled(NextPrinted(candidate.LastLine));
        if (!opensSeries && sentences.GetValueOrDefault(label.Series) > titles[label.Series] && !Words.IsCapitals(candidate.Title) && !HasNeighbour(candidate))
        {
            return false;
        }

        return previous is null || IsInOrder(label, previous, isApart);
    }

    // Raw: "Visitor Policy" then "1 Aims"; "It is for everyone." then "2 Details"
    private static bool CountsOn(SectionLabel label, SectionLabel? previous, string before) =>
        previous is null ? label.Ordinal == 1 && HeadingShape.IsTitle(before) : label.Follows(previous) && Words.EndsSentence(before);

    private bool IsInOrder(SectionLabel label, SectionLabel previous, bool isApart)
    {
        if (label.Depth > 1)
        {
            var parent = last.GetValueOrDefault((label.Kind, 1));
            return parent is null || label.Components[0] >= parent.Ordinal || isApart;
        }

        // A number that goes back by one or two is a misprint; one that begins again counts steps.
        return label.Ordinal > previous.Ordinal
            || (isApart && label.Ordinal > 1 && previous.Ordinal - label.Ordinal <= 2)
            || (isApart && label.Ordinal == previous.Ordinal);
    }

    private bool HasNeighbour(Candidate candidate)
    {
        var (kind, depth, ordinal) = (candidate.Label.Kind, candidate.Label.Depth, candidate.Label.Ordinal);
        return ordinals.Contains((kind, depth, ordinal + 1)) || ordinals.Contains((kind, depth, ordinal - 1));
    }

    private void Accept(Candidate candidate)
    {
        var label = candidate.Label;
        var level = label.Depth;
        switch (label.Kind)
        {
            case LabelKind.Part or LabelKind.Appendix:
                isInPart = label.Kind == LabelKind.Part;
                last.Remove((LabelKind.Decimal, 1)); // what follows may count from 1 again
                break;
            case LabelKind.Letter or LabelKind.Roman when last.ContainsKey((LabelKind.Decimal, 1)):
            case LabelKind.Letter when last.ContainsKey((LabelKind.Roman, 1)):
                level = 2;
                break;
            default:
                level += isInPart ? 1 : 0;
                break;
        }

        last[label.Series] = label;
        var isLabelAlone = candidate.Title.Length == 0;
        var title = candidate.Title.TrimEnd(':', ' ');
        found.Add(
            isLabelAlone
                ? new Heading(candidate.FirstLine, candidate.LastLine, "", lines[candidate.FirstLine].Plain, level)
                : new Heading(candidate.FirstLine, candidate.LastLine, label.Number, title, level) { Label = label }
        );
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

    private bool IsLabelled(int at) => at < lines.Count && lines[at].Kind == LineKind.Text && SectionLabel.TryRead(lines[at].Plain) is not null;

    // Raw: "4.1 The hirer must:" then "(a) leave the premises clean"
    private bool LeadsIn(int at, SectionLabel label, string title) =>
        label.Depth > 1
        && title.EndsWith(':')
        && title.Split(' ').Any(word => word is "must" or "must:" or "shall" or "shall:" or "should" or "should:")
        && NextPrinted(at) is var next
        && next < lines.Count
        && lines[next].Kind == LineKind.Bullet;

    private bool EndsWithColon(int at) => at >= 0 && Words.LastMark(lines[at].Text) == ':';

    private sealed record Candidate(int FirstLine, int LastLine, SectionLabel Label, string Title);
}
