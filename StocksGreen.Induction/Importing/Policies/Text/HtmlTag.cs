using System.Collections.Frozen;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>A tag that a converter left in the text: <c>&lt;u&gt;</c>, <c>&lt;/strong&gt;</c>, <c>&lt;br /&gt;</c>.</summary>
/// <param name="Name">In lower case: "u".</param>
/// <param name="Inside">What stands between the angle brackets: "/u", "span lang=EN".</param>
internal sealed record HtmlTag(string Name, string Inside)
{
    private const int LongestTag = 400;

    private static readonly FrozenSet<string> Emphasis = FrozenSet.ToFrozenSet(["u", "b", "i", "em", "strong", "ins", "mark"]);

    // Only names that HTML knows: "<insert name here>" and "<office@school.example>" are words.
    private static readonly FrozenSet<string> Others = FrozenSet.ToFrozenSet([
        "a",
        "abbr",
        "blockquote",
        "body",
        "br",
        "center",
        "code",
        "col",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "font",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "img",
        "li",
        "main",
        "meta",
        "nav",
        "o:p",
        "ol",
        "p",
        "pre",
        "s",
        "section",
        "small",
        "span",
        "strike",
        "style",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "tt",
        "ul",
    ]);

    private static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet([
        "a",
        "abbr",
        "code",
        "del",
        "font",
        "o:p",
        "s",
        "small",
        "span",
        "strike",
        "sub",
        "sup",
        "tt",
    ]);

    public bool IsEmphasis => Emphasis.Contains(Name);

    public bool IsClosing => Inside.StartsWith('/');

    /// <summary>False for a tag that may stand inside a word: <c>1&lt;sup&gt;st&lt;/sup&gt;</c>.</summary>
    public bool SeparatesWords => !Inline.Contains(Name);

    /// <summary>Characters, angle brackets included.</summary>
    public int Length => Inside.Length + 2;

    /// <returns>The tag that begins at <paramref name="start"/>; null where there is none.</returns>
    public static HtmlTag? TryRead(string text, int start)
    {
        var nameStart = start + 1 < text.Length && text[start + 1] == '/' ? start + 2 : start + 1;
        var nameEnd = nameStart;
        while (nameEnd < text.Length && nameEnd - nameStart < 12 && (char.IsAsciiLetterOrDigit(text[nameEnd]) || text[nameEnd] == ':'))
        {
            nameEnd++;
        }

        if (nameEnd == nameStart || nameEnd >= text.Length || text[nameEnd] is not ('>' or ' ' or '/' or '\t'))
        {
            return null;
        }

        var name = text[nameStart..nameEnd].ToLowerInvariant();
        if (!Emphasis.Contains(name) && !Others.Contains(name))
        {
            return null;
        }

        var end = text.AsSpan(nameEnd, Math.Min(LongestTag, text.Length - nameEnd)).IndexOfAny('>', '\n', '<');
        return end < 0 || text[nameEnd + end] != '>' ? null : new HtmlTag(name, text[(start + 1)..(nameEnd + end)]);
    }
}
