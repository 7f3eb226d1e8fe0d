using System.Text;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>The school's name, and the lines that say nothing else; none where it was found inside other text.</summary>
internal sealed record FoundSchool(IReadOnlyList<int> Lines, string Name);

/// <summary>Finds the name of the school: a line of its own near the top, a key detail, the start of the title, or the name the text uses.</summary>
internal static class SchoolReader
{
    private const int DeepestLine = 60;
    private const int MostWords = 10;

    private static readonly string[] Kinds =
    [
        "school",
        "academy",
        "college",
        "nursery",
        "federation",
        "ysgol",
        "pre-school",
        "preschool",
        "kindergarten",
        "infants",
        "juniors",
        "academies",
        "schools",
    ];
    private static readonly string[] SentenceStarts =
    [
        "at",
        "in",
        "for",
        "by",
        "from",
        "this",
        "here",
        "as",
        "when",
        "if",
        "all",
        "every",
        "each",
        "our",
        "the",
        "of",
        "to",
        "and",
        "both",
        "within",
        "while",
    ];
    private static readonly string[] Links = ["of", "the", "and", "&", "on", "upon", "in", "y", "yr", "with", "le", "by"];
    private static readonly string[] Common =
    [
        "primary",
        "infant",
        "junior",
        "secondary",
        "high",
        "nursery",
        "pre",
        "home",
        "whole",
        "our",
        "the",
        "this",
        "each",
        "every",
        "everyone",
        "virtual",
        "hospital",
        "free",
        "host",
        "partner",
        "feeder",
        "all",
        "a",
        "school",
        "schools",
        "academy",
        "first",
        "middle",
        "special",
        "after",
        "before",
        "independent",
        "state",
        "boarding",
        "maintained",
        "church",
        "grammar",
        "day",
        "c",
        "of",
        "e",
        "ce",
        "and",
        "state-funded",
        "sunday",
        "college",
        "trust",
        "federation",
        "&",
        "any",
        "other",
        "another",
        "no",
        "in",
        "for",
        "at",
    ];

    public static FoundSchool Find(IReadOnlyList<SourceLine> lines, int end, FoundTitle title)
    {
        var printed = 0;
        var trust = -1;
        for (var i = 0; i < end && printed < DeepestLine; i++)
        {
            if (lines[i].IsGap || title.Lines.Contains(i))
            {
                continue;
            }

            printed++;
            if (NameInDetail(lines[i]) is { } name)
            {
                return new FoundSchool([], name);
            }

            if (IsNameAlone(lines, i, lines[i].Plain))
            {
                return new FoundSchool([i], lines[i].Plain);
            }

            if (
                i + 1 < end
                && !title.Lines.Contains(i + 1)
                && lines[i + 1] is { Kind: LineKind.Text, HashLevel: 0 } below
                && IsKindAlone(below.Plain)
                && $"{lines[i].Plain} {below.Plain}" is var whole
                && IsNameAlone(lines, i, whole)
            )
            {
                return new FoundSchool([i, i + 1], whole);
            }

            trust =
                trust < 0
                && lines[i].Kind == LineKind.Text
                && lines[i].Plain.EndsWith(" Trust", StringComparison.Ordinal)
                && HeadingShape.IsTitle(lines[i].Plain)
                    ? i
                    : trust;
        }

        var inText = MostFrequent(lines);
        return inText.Length == 0 && trust >= 0
            ? new FoundSchool([trust], lines[trust].Plain)
            : new FoundSchool([], inText.Length == 0 ? TrustInDetails(lines, end) : inText);
    }

    /// <returns>The first name of a school in the lines; empty for none.</returns>
    public static string FirstIn(IEnumerable<string> lines) => lines.SelectMany(NamesIn).FirstOrDefault("");

    /// <summary>True for the name of a school and nothing else.</summary>
    /// <remarks>Raw: "Animals in School" is none.</remarks>
    public static bool IsNameOfSchool(string plain) =>
        NamesIn(plain).FirstOrDefault() is { } name
        && Words.Key(name) == Words.Key(plain)
        && !Words.Split(name).Any(word => word is "in" or "at" or "for" or "to" or "with");

    /// <summary>Does the line name a school, whatever else it says?</summary>
    public static bool NamesSchool(string plain) => NamesIn(plain).Any();

    /// <summary>Raw: "Oakfield Primary School – Anti-bullying Policy" → the title without the school that stands before it.</summary>
    public static string WithoutSchool(string title, string school)
    {
        if (
            school.Length == 0
            || title.Length <= school.Length + 1
            || !title.StartsWith(school, StringComparison.OrdinalIgnoreCase)
            || char.IsLetterOrDigit(title[school.Length])
        )
        {
            return title;
        }

        var rest = title[school.Length..].TrimStart(' ', '-', '–', '—', ':', '|', ',', '.');
        return rest.Length > 0 && char.IsUpper(rest[0]) && Words.Key(rest) != "policy" ? rest : title;
    }

    // Raw: "ST AIDAN’S CATHOLIC PRIMARY" then "SCHOOL"
    private static bool IsKindAlone(string plain) =>
        Words.AreAtMost(plain, 4)
        && Words.Split(plain) is var words
        && words.Any(IsKind)
        && words.All(word => IsKind(word) || Common.Contains(Bare(word).ToLowerInvariant(), StringComparer.Ordinal));

    private static bool IsNameAlone(IReadOnlyList<SourceLine> lines, int at, string name)
    {
        var line = lines[at];
        if (
            line.Kind != LineKind.Text
            || line.Text.Length > 100
            || !Words.AreAtMost(name, MostWords)
            || Words.EndsSentence(name)
            || name.Contains("policy", StringComparison.OrdinalIgnoreCase)
            || KeyDetailReader.HasShape(line)
            || (at > 0 && lines[at - 1].Kind == LineKind.Text && lines[at - 1].Plain.Length > 60)
        )
        {
            return false;
        }

        // Raw: "OAKFIELD PRIMARY SCHOOL" has no small letters that would tell a name from a sentence.
        var words = Words.Split(name);
        var isTitleCase = words.All(word =>
            char.IsUpper(word[0]) || !char.IsLetter(word[0]) || Links.Contains(word.Trim(',', '.', '\'', '’'), StringComparer.OrdinalIgnoreCase)
        );
        return isTitleCase
            && words.Any(IsKind)
            && words.Any(word => !Common.Contains(word.Trim(',', '.', '(', ')').ToLowerInvariant(), StringComparer.Ordinal) && !IsKind(word));
    }

    // Raw: "School: Oakfield Primary School", "| Name of school | Oakfield |"
    private static string? NameInDetail(SourceLine line)
    {
        var details =
            line.Kind == LineKind.TableRow ? KeyDetailReader.FromRow(line)
            : KeyDetailReader.FromLine(line, isInRun: false) is { } one ? [one]
            : [];
        var school = details.FirstOrDefault(detail =>
            Words.Key(detail.Name)
                is "school"
                    or "nameofschool"
                    or "schoolname"
                    or "academy"
                    or "setting"
                    or "nameofsetting"
                    or "nameofacademy"
                    or "organisation"
                    or "nameoforganisation"
        );
        return school is { Value.Length: > 0 } ? school.Value : null;
    }

    // Raw: "| Trust | Ashlow Learning Trust |" in a policy that names no school
    private static string TrustInDetails(IReadOnlyList<SourceLine> lines, int end) =>
        lines
            .Take(Math.Min(end, DeepestLine))
            .Where(line => line.Kind == LineKind.TableRow)
            .SelectMany(KeyDetailReader.FromRow)
            .FirstOrDefault(detail => Words.Key(detail.Name) is "trust" or "nameoftrust" or "federation")
            ?.Value
        ?? "";

    private static string MostFrequent(IReadOnlyList<SourceLine> lines)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in lines.Where(line => line.Text.Length < 4000).SelectMany(line => NamesIn(line.Plain)).Where(name => !IsOfMany(name)))
        {
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return counts.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key.Length).Select(pair => pair.Key).FirstOrDefault("");
    }

    // Raw: "Non-Maintained Special Schools", a kind of schools and no name
    private static bool IsOfMany(string name) =>
        name.EndsWith("schools", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Academies", StringComparison.Ordinal);

    /// <summary>Raw: "written by Oakfield Primary School involving staff" → "Oakfield Primary School".</summary>
    private static IEnumerable<string> NamesIn(string text)
    {
        if (!Kinds.Any(kind => text.Contains(kind, StringComparison.OrdinalIgnoreCase)))
        {
            yield break;
        }

        var words = Words.Split(text);
        for (var i = 0; i < words.Length; i++)
        {
            if (!char.IsUpper(words[i][0]) || !IsKind(words[i]))
            {
                continue;
            }

            var isWelsh = Bare(words[i]) == "Ysgol";
            var last = i + 1 < words.Length && !EndsPhrase(words[i]) && Bare(words[i + 1]) is "Trust" or "Federation" or "School" or "College" ? i + 1 : i;
            var (start, end) = isWelsh ? (i, EndOfName(words, i)) : (StartOfName(words, i), last);
            var name = NameOf(words, start, end);
            if (name.Length > 0)
            {
                yield return name;
            }

            i = end;
        }
    }

    private static int StartOfName(string[] words, int kind)
    {
        var start = kind;
        while (
            start > 0
            && kind - start < MostWords
            && !EndsPhrase(words[start - 1])
            && (
                char.IsUpper(words[start - 1][0])
                || (Links.Contains(words[start - 1], StringComparer.Ordinal) && start > 1 && char.IsUpper(words[start - 2][0]) && !EndsPhrase(words[start - 2]))
            )
        )
        {
            start--;
        }

        while (start < kind && SentenceStarts.Contains(Bare(words[start]), StringComparer.OrdinalIgnoreCase))
        {
            start++;
        }

        return start;
    }

    private static int EndOfName(string[] words, int kind)
    {
        var end = kind;
        while (
            end + 1 < words.Length
            && end - kind < 5
            && !EndsPhrase(words[end])
            && (char.IsUpper(words[end + 1][0]) || Links.Contains(words[end + 1], StringComparer.Ordinal))
        )
        {
            end++;
        }

        return end;
    }

    private static string NameOf(string[] words, int start, int end)
    {
        var name = new StringBuilder();
        var isProper = false;
        for (var i = start; i <= end; i++)
        {
            var word = i == end ? Bare(words[i]) : words[i].TrimStart('(', '"', '“', '‘');
            isProper |= !IsKind(words[i]) && !Common.Contains(Bare(words[i]).ToLowerInvariant(), StringComparer.Ordinal);
            name.Append(i == start ? "" : " ").Append(word);
        }

        return isProper ? name.ToString() : "";
    }

    private static bool EndsPhrase(string word) =>
        word[^1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' && !word.StartsWith("St.", StringComparison.Ordinal);

    private static bool IsKind(string word) => Kinds.Contains(Bare(word), StringComparer.OrdinalIgnoreCase);

    // Raw: "School’s", "School," → "School"
    private static string Bare(string word)
    {
        var bare = word.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"', '“', '”', '‘', '’', '\'', '[', ']');
        return bare.EndsWith("’s", StringComparison.Ordinal) || bare.EndsWith("'s", StringComparison.Ordinal) ? bare[..^2] : bare;
    }
}
