using System.Text.RegularExpressions;

namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>Finds words that someone was to replace before the policy was published.</summary>
public static partial class Placeholders
{
    /// <summary>"[insert name]", "XX/XX/20XX", "TBC", "Error! Reference source not found.", "Click here to enter text".</summary>
    /// <returns>The words as they stand, in their order.</returns>
    public static IEnumerable<string> In(string text) => Pattern().Matches(text).Select(match => match.Value);

    [GeneratedRegex(
        """
            \[\s*(?i:insert|enter|add|type|state|specify|complete|amend|delete|replace|choose|select|names?|dates?|school|your|title|number|e-?mail|phone
              |telephone
              |contact|tbc|tba|x{2,})\b[^\[\]\r\n]{0,120}\]
            | <\s*(?i:insert|enter|add|type|specify|names?\ of|date\ of|school|your)\b[^<>\r\n]{0,120}>
            | \{\s*(?i:insert|enter|add|type|specify|names?|date|school|your)\b[^{}\r\n]{0,120}\}
            | \b[xX]{2}[/.-][xX]{2}[/.-](?:20)?[xX0-9]{2,4}\b
            | \b20[xX]{2}\b
            | \b[xX]{4,}\b
            | \bTB[CA]\b
            | \bError!\ [A-Z][^.!\r\n]{3,80}\.?
            | \bClick\ (?:or\ tap\ )?(?:here\ )?to\ (?:enter|add)\b[^.\r\n]{0,40}
            """,
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 2_000
    )]
    private static partial Regex Pattern();
}
