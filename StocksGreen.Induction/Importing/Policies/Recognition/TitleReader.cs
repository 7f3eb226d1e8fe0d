using System.Text.RegularExpressions;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Where the title stands and what it says.</summary>
/// <param name="Lines">Indexes of the lines that it takes up; empty where it comes from a key detail or the file name.</param>
/// <param name="Text">Empty where the document has no title.</param>
internal sealed record FoundTitle(IReadOnlyList<int> Lines, string Text);

/// <summary>Finds the title near the top: the line that ends with "Policy", or the most title-like one.</summary>
internal static partial class TitleReader
{
    private const int DeepestLine = 80;
    private const int MostWords = 14;
    private const int MostWordsOfSalutation = 10;
    private const int Enough = 5;

    private static readonly string[] OtherDocuments =
    [
        "procedure",
        "procedures",
        "conduct",
        "handbook",
        "guidelines",
        "agreement",
        "statement",
        "strategy",
        "plan",
        "protocol",
        "charter",
        "polisi",
        "scheme",
    ];
    private static readonly string[] NamesOfTitle =
    [
        "title",
        "policytitle",
        "policyname",
        "nameofpolicy",
        "titleofpolicy",
        "documenttitle",
        "policy",
        "document",
        "documentname",
    ];
    private static readonly string[] Joiners = ["and", "&", "for", "of", "on", "the", "to", "in", "with"];

    /// <param name="end">The first line that is certainly below the title: the first numbered heading.</param>
    public static FoundTitle Find(IReadOnlyList<SourceLine> lines, int end, string fileName)
    {
        if (SubjectOfLetter(lines, end) is { } subject)
        {
            return subject;
        }

        var best = -1;
        var bestScore = 0.0;
        var printed = 0;
        for (var i = 0; i < end && printed < DeepestLine; i++)
        {
            if (!lines[i].IsGap)
            {
                var score = Score(lines, i, printed++, fileName);
                if (score > bestScore)
                {
                    (best, bestScore) = (i, score);
                }
            }
        }

        if (bestScore >= Enough)
        {
            return TakeWhole(lines, best, end);
        }

        return new FoundTitle([], FromKeyDetail(lines, end));
    }

    /// <summary>"C:\policies\online-safety_policy 2025.txt" → "Online safety policy 2025"</summary>
    public static string FromFileName(string fileName)
    {
        var start = fileName.LastIndexOfAny(['/', '\\']) + 1;
        var dot = fileName.LastIndexOf('.');
        var name = Words.Tidy(fileName[start..(dot >= start ? dot : fileName.Length)].Replace('-', ' ').Replace('_', ' '));
        return name.Length == 0 ? "Untitled policy" : char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static double Score(IReadOnlyList<SourceLine> lines, int at, int printed, string fileName)
    {
        var line = lines[at];
        var isShown = IsShown(lines, at);
        if (
            line.Kind != LineKind.Text
            || line.Text.Length > 130
            || !Words.AreAtMost(line.Plain, MostWords)
            || Words.LastMark(line.Plain) is '.' or ',' or ';' or ':'
            || KeyDetailReader.IsLabel(line.Plain)
            || (
                !isShown
                && KeyDetailReader.HasShape(line)
                && !(printed == 0 && OtherDocuments.Any(word => line.Plain.EndsWith(word, StringComparison.OrdinalIgnoreCase)))
            )
            || (!isShown && KeyDetailReader.FromLine(line, isInRun: false) is not null)
            || IsInsideParagraph(lines, at)
        )
        {
            return 0;
        }

        var words = Words
            .Split(line.Plain.ToLowerInvariant())
            .Select(word => word.Trim('(', ')', '-', '–', ':'))
            .Where(word => word.Any(char.IsLetter))
            .ToList();
        if (words.Count == 0 || !(char.IsUpper(line.Plain[0]) || words.Contains("policy")))
        {
            return 0;
        }

        double score = 0;
        if (words[^1] is "policy" or "policies" or "polisi" || (words[0] == "polisi" && words.Count < 8))
        {
            score = 10;
        }
        else if (words.Contains("policy"))
        {
            score = words.Any(word => word is "this" or "our" or "is" or "will" or "must") ? 2 : 7.5;
        }
        else if (words.Any(OtherDocuments.Contains))
        {
            score = 5.5;
        }
        else if (
            printed == 0
            && HeadingShape.IsTitle(line.Plain)
            && !line.Plain.Contains(',', StringComparison.Ordinal)
            && !SchoolReader.NamesSchool(line.Plain)
        )
        {
            score = 6;
        }
        else if (printed < 6 && HeadingShape.IsTitle(line.Plain) && SharesWord(line.Plain, fileName))
        {
            score = 6;
        }

        // Raw: "When you are ill: staff absence in brief" in the style of a title, or in the largest letters of all
        score += isShown ? 6 : 0;
        return score - (printed * 0.1);
    }

    /// <summary>Raw: "Dear parents and carers," over "Swimming lessons: what we expect", or over "Re: Swimming".</summary>
    private static FoundTitle? SubjectOfLetter(IReadOnlyList<SourceLine> lines, int end)
    {
        var printed = Enumerable.Range(0, Math.Min(end, DeepestLine)).Where(i => !lines[i].IsGap).ToList();
        var dear = printed.FindIndex(i =>
            lines[i].Plain.StartsWith("Dear ", StringComparison.Ordinal) && Words.AreAtMost(lines[i].Plain, MostWordsOfSalutation)
        );
        if (dear < 0)
        {
            return null;
        }

        var after = printed.Skip(dear + 1).Take(1).Where(i => IsSubject(lines[i]));
        var before = printed.Take(dear).TakeLast(1).Where(i => SubjectMark().IsMatch(lines[i].Plain) && IsSubject(lines[i]));
        return after.Concat(before).Select(i => (int?)i).FirstOrDefault() is { } at
            ? new FoundTitle([at], SubjectMark().Replace(lines[at].Plain, "").Trim())
            : null;
    }

    private static bool IsSubject(SourceLine line) =>
        line.Kind is LineKind.Text
        && line.Text.Length <= 130
        && Words.AreAtMost(line.Plain, MostWords)
        && Words.LastMark(line.Plain) is not ('.' or ',' or ';' or ':')
        && SectionLabel.TryRead(line.Plain) is null;

    // Raw: "Re: Swimming", "Subject: Swimming"
    [GeneratedRegex(@"^(re|ref|subject)\s*[:–-]\s*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SubjectMark();

    private static bool IsShown(IReadOnlyList<SourceLine> lines, int at)
    {
        var line = lines[at];
        if (line.HashLevel == 1)
        {
            return !SchoolReader.IsNameOfSchool(line.Plain);
        }

        // Raw: "Fairmead School" in the largest letters of the cover, over the title in smaller ones
        var above = at - 1;
        while (above > 0 && lines[above].IsGap)
        {
            above--;
        }

        return (line.IsLargest && !SchoolReader.NamesSchool(line.Plain))
            || (line.HashLevel == 2 && above >= 0 && lines[above].HashLevel == 1 && SchoolReader.IsNameOfSchool(lines[above].Plain));
    }

    private static bool IsInsideParagraph(IReadOnlyList<SourceLine> lines, int at) =>
        (at > 0 && lines[at - 1] is { Kind: LineKind.Text or LineKind.Bullet } before && before.Plain.Length > 60)
        || (at + 1 < lines.Count && lines[at + 1].Kind == LineKind.Text && Words.StartsLowerCase(lines[at + 1].Plain) && lines[at + 1].Plain.Length > 40);

    private static bool SharesWord(string plain, string fileName)
    {
        var name = Words.Split(FromFileName(fileName).ToLowerInvariant());
        return Words.Split(plain.ToLowerInvariant()).Any(word => word.Length > 3 && name.Contains(word, StringComparer.Ordinal));
    }

    /// <summary>Raw: "Child Protection and" then "Safeguarding Policy"; "Social Media" then "Policy"; "Whistleblowing" then "Policy and Procedure".</summary>
    private static FoundTitle TakeWhole(IReadOnlyList<SourceLine> lines, int at, int end)
    {
        var taken = new List<int> { at };
        var words = Words.Split(lines[at].Plain);
        // Raw: "Safer Recruitment" and "Policy", both in the letters of the title: a paragraph stands apart from the next
        var before = at > 1 && lines[at - 1].IsGap && lines[at] is { IsWhole: true, IsLargest: true } && lines[at - 2].IsLargest ? at - 2 : at - 1;
        if (before >= 0 && lines[before] is { Kind: LineKind.Text } above && HeadIsOpen(above.Plain, words) && !SchoolReader.NamesSchool(above.Plain))
        {
            taken.Insert(0, before);
        }

        if (
            at + 1 < end
            && lines[at + 1] is { Kind: LineKind.Text } below
            && Words.AreAtMost(below.Plain, 8)
            && !Words.EndsSentence(below.Plain)
            && (
                Joiners.Contains(words[^1], StringComparer.OrdinalIgnoreCase) || Joiners.Contains(Words.Split(below.Plain)[0], StringComparer.OrdinalIgnoreCase)
            )
        )
        {
            taken.Add(at + 1);
        }

        return new FoundTitle(taken, string.Join(' ', taken.Select(i => lines[i].Plain)));
    }

    private static bool HeadIsOpen(string above, string[] words) =>
        Words.AreAtMost(above, 10)
        && !Words.EndsSentence(above)
        && (
            Joiners.Contains(Words.Split(above)[^1], StringComparer.OrdinalIgnoreCase)
            || Joiners.Contains(words[0], StringComparer.OrdinalIgnoreCase)
            || words.Length == 1
            || words[0].StartsWith("Polic", StringComparison.OrdinalIgnoreCase)
        );

    // Raw: "| Policy title | Online Safety |", "Title: Online Safety Policy"
    private static string FromKeyDetail(IReadOnlyList<SourceLine> lines, int end)
    {
        for (var i = 0; i < Math.Min(end, DeepestLine * 2); i++)
        {
            var details =
                lines[i].Kind == LineKind.TableRow ? KeyDetailReader.FromRow(lines[i])
                : KeyDetailReader.FromLine(lines[i], isInRun: true) is { } one ? [one]
                : [];
            if (details.FirstOrDefault(detail => detail.Value.Length > 0 && NamesOfTitle.Contains(Words.Key(detail.Name), StringComparer.Ordinal)) is { } title)
            {
                return title.Value;
            }
        }

        return "";
    }
}
