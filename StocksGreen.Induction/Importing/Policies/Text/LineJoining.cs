using System.Globalization;
using System.Text;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Tells whether a line only goes on because the page was full, and joins such lines.</summary>
internal sealed class LineJoining
{
    // A line is taken as full when the next word would have passed this share of the usual width: letters differ in width on a printed page.
    private const double Full = 0.75;
    private const double Half = 0.5;

    private readonly IReadOnlyList<SourceLine> lines;
    private readonly WarningList warnings;
    private readonly int? wrapWidth;
    private HashSet<string>? vocabulary;

    public LineJoining(IReadOnlyList<SourceLine> lines, WarningList warnings)
    {
        this.lines = lines;
        this.warnings = warnings;
        wrapWidth = FindWrapWidth(lines);
    }

    /// <summary>Does <paramref name="next"/>, which stands directly under <paramref name="previous"/>, go on with its sentence?</summary>
    public bool Continues(SourceLine previous, SourceLine next)
    {
        if (next.IsWhole)
        {
            return false;
        }

        if (Words.StartsLowerCase(next.Text) || IsNumberInSentence(next) || Words.LastMark(previous.Text) is ',' or '-' or '\u00AD' or '&' or '/' or '(')
        {
            return true;
        }

        var width = previous.Width + 1 + Words.FirstWordLength(next.Text);
        var isTerminated = Words.EndsSentence(previous.Text);
        if (wrapWidth is { } usual)
        {
            return width >= usual * (isTerminated ? Full : Half);
        }

        // Nothing in the document is known to be wrapped.
        return !isTerminated && width is >= 50 and <= 130;
    }

    // Raw: "Staff should read section" then "2.1 of this policy"; "at least" then "30 minutes before"
    private static bool IsNumberInSentence(SourceLine line) =>
        SectionLabel.TryRead(line.Plain) is { IsPunctuated: false, Rest.Length: > 0 } label && char.IsLower(label.Rest[0]);

    /// <summary>Does a line after a blank one go on with a sentence that a page break cut in two?</summary>
    public static bool ContinuesAfterGap(SourceLine previous, SourceLine next) =>
        !next.IsWhole && Words.StartsLowerCase(next.Text) && !Words.EndsSentence(previous.Text);

    /// <summary>One text with single spaces.</summary>
    public string Join(IReadOnlyList<string> parts)
    {
        var joined = new StringBuilder(parts[0]);
        for (var i = 1; i < parts.Count; i++)
        {
            var part = parts[i];
            if (joined.Length > 0 && joined[^1] == '\u00AD')
            {
                joined.Length--;
                joined.Append(part);
            }
            else if (EndsWithHyphen(joined) && part.Length > 0 && char.IsLower(part[0]))
            {
                JoinHyphenated(joined, part);
            }
            else
            {
                joined.Append(' ').Append(part);
            }
        }

        return joined.ToString().TrimEnd('\u00AD');
    }

    private static bool EndsWithHyphen(StringBuilder text) => text.Length > 1 && text[^1] == '-' && char.IsLetter(text[^2]);

    /// <remarks>Raw: "safe-" then "guarding". Only the document itself can tell whether the hyphen belongs to the word.</remarks>
    private void JoinHyphenated(StringBuilder joined, string part)
    {
        vocabulary ??= CollectVocabulary();
        var start = joined.Length - 1;
        while (start > 0 && char.IsLetter(joined[start - 1]))
        {
            start--;
        }

        var first = joined.ToString(start, joined.Length - start - 1);
        var second = LeadingLetters(part);
        if (vocabulary.Contains(first + second))
        {
            joined.Length--;
        }
        else if (!vocabulary.Contains(first + "-" + second))
        {
            warnings.Add($"“{first}-{second}” was broken over two lines and its hyphen was kept. Check whether it belongs there.");
        }

        joined.Append(part);
    }

    private HashSet<string> CollectVocabulary()
    {
        var words = new HashSet<string>(StringComparer.Create(CultureInfo.InvariantCulture, ignoreCase: true));
        foreach (var word in lines.SelectMany(line => Words.Split(line.Plain)))
        {
            words.Add(word.Trim('.', ',', ';', ':', '(', ')', '‘', '’', '“', '”', '\'', '"', '?', '!'));
        }

        return words;
    }

    private static string LeadingLetters(string text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[..end];
    }

    /// <summary>Lines that a lower-case word follows were wrapped for certain: most of them are about as wide as the page.</summary>
    private static int? FindWrapWidth(IReadOnlyList<SourceLine> lines)
    {
        var widths = new List<int>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (
                lines[i].Kind is LineKind.Text or LineKind.Bullet
                && lines[i + 1].Kind == LineKind.Text
                && Words.StartsLowerCase(lines[i + 1].Text)
                && lines[i].Width < 200
            )
            {
                widths.Add(lines[i].Width);
            }
        }

        widths.Sort();
        return widths.Count == 0 ? null : widths[widths.Count * 9 / 10];
    }
}
