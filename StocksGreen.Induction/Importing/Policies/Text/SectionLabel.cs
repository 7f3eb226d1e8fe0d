using System.Globalization;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>The ways in which policies number their sections.</summary>
internal enum LabelKind
{
    Decimal,
    Section,
    Part,
    Appendix,
    Letter,
    Roman,
}

/// <summary>The number at the start of a line, and what follows it.</summary>
/// <param name="Kind">The series that it belongs to.</param>
/// <param name="Number">
/// As printed, without closing punctuation: "4.1", "Appendix A"; of "SECTION 1:" the number alone, "1"; of "Section one:" and "SECTION A:" both words.
/// </param>
/// <param name="Components">4 and 1 for "4.1"; 1 for "A"; empty where the number is a word, as in "Part one".</param>
/// <param name="Rest">What follows; empty where the number stands alone.</param>
/// <param name="IsPunctuated">True for "1." and "1)", false for "1 Aims".</param>
internal sealed record SectionLabel(LabelKind Kind, string Number, IReadOnlyList<int> Components, string Rest, bool IsPunctuated)
{
    private const int MostDigits = 3;

    private static readonly string[] NumberWords = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>Sections of one series are numbered against each other: "1", "2" … and "4.1", "4.2" are two series.</summary>
    public (LabelKind Kind, int Depth) Series => (Kind, Depth);

    /// <summary>1 for "4" and "4.0", 2 for "4.1".</summary>
    public int Depth => Components.Count > 1 && Components[^1] == 0 ? Components.Count - 1 : Math.Max(1, Components.Count);

    /// <summary>The last component that counts: 4 for "4.0", 1 for "4.1", 0 for none.</summary>
    public int Ordinal => Components.Count == 0 ? 0 : Components[Depth - 1];

    /// <summary>True where this number is the next after the other in the same series and under the same parent.</summary>
    public bool Follows(SectionLabel other) =>
        Series == other.Series && Ordinal == other.Ordinal + 1 && Components.Take(Depth - 1).SequenceEqual(other.Components.Take(Depth - 1));

    /// <returns>Null where the line begins with no section number.</returns>
    public static SectionLabel? TryRead(string line)
    {
        if (line.Length == 0)
        {
            return null;
        }

        if (char.IsAsciiDigit(line[0]))
        {
            return TryReadDecimal(line);
        }

        return char.IsAsciiLetterUpper(line[0]) ? TryReadWord(line) ?? TryReadLetter(line) : null;
    }

    private static SectionLabel? TryReadDecimal(string line)
    {
        var components = new List<int>();
        var i = 0;
        var end = 0;
        while (i < line.Length && char.IsAsciiDigit(line[i]) && components.Count < 6)
        {
            var start = i;
            while (i < line.Length && char.IsAsciiDigit(line[i]) && i - start <= MostDigits)
            {
                i++;
            }

            // Raw: "2024 saw", "1.9.2024"
            if (i - start > MostDigits)
            {
                return null;
            }

            components.Add(int.Parse(line.AsSpan(start, i - start), NumberStyles.None, CultureInfo.InvariantCulture));
            end = i;
            if (i + 1 < line.Length && line[i] == '.' && char.IsAsciiDigit(line[i + 1]))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        var isPunctuated = end < line.Length && line[end] is '.' or ')' or ':';
        var restStart = isPunctuated ? end + 1 : end;
        var rest = line[restStart..].TrimStart();
        var isSpaced = restStart >= line.Length || char.IsWhiteSpace(line[restStart]);
        // Raw: "1.Aims" needs no space; "1st", "3D" and "10:30" are no labels.
        if (!isSpaced && !(isPunctuated && char.IsUpper(line[restStart])))
        {
            return null;
        }

        // Raw: "1 - Aims", "1 – Aims"
        if (rest.Length > 2 && rest[0] is '-' or '–' or '—' && char.IsWhiteSpace(rest[1]))
        {
            (rest, isPunctuated) = (rest[1..].TrimStart(), true);
        }

        return new SectionLabel(LabelKind.Decimal, line[..end], components, rest, isPunctuated);
    }

    // Raw: "SECTION 1: AIMS", "Part one", "Appendix A – Forms"
    private static SectionLabel? TryReadWord(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space is < 4 or > 8)
        {
            return null;
        }

        var word = line[..space];
        var kind = word.ToUpperInvariant() switch
        {
            "SECTION" or "ADRAN" => LabelKind.Section,
            "PART" or "CHAPTER" or "RHAN" => LabelKind.Part,
            "APPENDIX" or "ANNEX" or "SCHEDULE" or "ATODIAD" => LabelKind.Appendix,
            _ => (LabelKind?)null,
        };
        if (kind is null)
        {
            return null;
        }

        var end = space + 1;
        while (end < line.Length && end - space < 8 && char.IsAsciiLetterOrDigit(line[end]))
        {
            end++;
        }

        var number = line[(space + 1)..end];
        var value = ValueOf(number, kind.Value);
        var rest = line[end..].TrimStart();
        var isPunctuated = rest.Length > 0 && rest[0] is ':' or '.' or ')' or '-' or '–' or '—';
        rest = isPunctuated ? rest[1..].TrimStart() : rest;
        if (value is null || (rest.Length > 0 && !isPunctuated && !char.IsUpper(rest[0])))
        {
            return null;
        }

        return new SectionLabel(
            kind.Value,
            kind == LabelKind.Section && char.IsAsciiDigit(number[0]) ? number : $"{word} {number}",
            value == 0 ? [] : [value.Value],
            rest,
            isPunctuated
        );
    }

    private static int WordAt(string number) => Array.FindIndex(NumberWords, name => name.Equals(number, StringComparison.OrdinalIgnoreCase));

    private static int? ValueOf(string number, LabelKind kind)
    {
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return value < 1000 ? value : null;
        }

        var word = WordAt(number);
        if (word >= 0)
        {
            return word + 1;
        }

        return number.Length == 1 && char.IsAsciiLetterUpper(number[0]) && (kind == LabelKind.Appendix || number[0] is not ('I' or 'A'))
            ? number[0] - 'A' + 1
            : RomanNumeral.TryRead(number) ?? (number == "A" ? 1 : null);
    }

    // Raw: "A. Aims", "IV. Review"
    private static SectionLabel? TryReadLetter(string line)
    {
        var end = line.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        if (end is < 1 or > 5 || line[end] is not ('.' or ')') || end + 1 >= line.Length || !char.IsWhiteSpace(line[end + 1]))
        {
            return null;
        }

        var number = line[..end];
        var rest = line[(end + 1)..].TrimStart();
        if (RomanNumeral.TryRead(number) is { } roman && number is not ("C" or "D"))
        {
            return new SectionLabel(LabelKind.Roman, number, [roman], rest, IsPunctuated: true);
        }

        return number.Length == 1 ? new SectionLabel(LabelKind.Letter, number, [number[0] - 'A' + 1], rest, IsPunctuated: true) : null;
    }
}
