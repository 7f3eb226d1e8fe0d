using System.Collections.Frozen;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>A tag that a converter left in the text: <c>&lt;u&gt;</c>, <c>&lt;/strong&gt;</c>, <c>&lt;br /&gt;</c>.</summary>
/// <param name="Name">In lower case: "u".</param>
/// <param name="Inside">What stands between the angle brackets: "/u", "span lang=EN".</param>
internal sealed record HtmlTag(string Name, string Inside)
{
    private const int LongestTag = 2_400;

    /// <summary>The mark of a note, which no HTML has: readers of file formats write it.</summary>
    public const string Note = "note-mark";

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

    /// <summary>True for a tag that says how words inside a line are shown.</summary>
    public bool IsInline => Style is not null || Name is "a" or "mark" or Note;

    /// <summary>How the words inside it are printed; null where it says nothing about that.</summary>
    public TextStyle? Style =>
        Name switch
        {
            "b" or "strong" => TextStyle.Bold,
            "i" or "em" => TextStyle.Italic,
            "u" or "ins" => TextStyle.Underline,
            "sup" => TextStyle.Superscript,
            "sub" => TextStyle.Subscript,
            _ => null,
        };

    /// <summary>Where a link leads; null for a closing tag, and for one that leads nowhere outside the document.</summary>
    public string? Address =>
        IsClosing ? null
        : HrefOf(Inside) is { Length: > 0 } address && address[0] != '#' ? address
        : null;

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
        while (nameEnd < text.Length && nameEnd - nameStart < 14 && (char.IsAsciiLetterOrDigit(text[nameEnd]) || text[nameEnd] is ':' or '-'))
        {
            nameEnd++;
        }

        if (nameEnd == nameStart || nameEnd >= text.Length || text[nameEnd] is not ('>' or ' ' or '/' or '\t'))
        {
            return null;
        }

        var name = text[nameStart..nameEnd].ToLowerInvariant();
        if (name != Note && !Emphasis.Contains(name) && !Others.Contains(name))
        {
            return null;
        }

        var end = text.AsSpan(nameEnd, Math.Min(LongestTag, text.Length - nameEnd)).IndexOfAny('>', '\n', '<');
        return end < 0 || text[nameEnd + end] != '>' ? null : new HtmlTag(name, text[(start + 1)..(nameEnd + end)]);
    }

    // Raw: a href="https://www.gov.uk/guidance" class=x
    private static string? HrefOf(string inside)
    {
        var at = inside.IndexOf("href=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at + 5 >= inside.Length)
        {
            return null;
        }

        var rest = inside[(at + 5)..];
        var end = rest[0] is '"' or '\'' ? rest.IndexOf(rest[0], 1) : rest.IndexOf(' ', StringComparison.Ordinal);
        return rest[0] is '"' or '\'' ? (end < 0 ? null : rest[1..end])
            : end < 0 ? rest
            : rest[..end];
    }
}
