using System.Text.RegularExpressions;

namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>Finds words that someone was to replace before the policy was published.</summary>
public static class Placeholders
{
    // Raw: «SchoolName», [insert name of DSL], <enter date>, XX/XX/20XX, 20XX, DD/MM/YYYY, Error! Reference source not found., Choose an item., ______, TBC
    private static readonly Regex Shape = new(
        @"«[^«»]{1,80}»"
            + @"|[\[{<](?:please |to be |your |the )?(?:insert|enter|add|type|specify|amend|complete|delete|replace|confirm|choose|select|state|"
            + @"names?|dates?|x{2,}|tb[ca]|school|your|dsl|role|job title|title|number|contact|e-?mail|phone|telephone)"
            + @"(?:[^\[\]{}<>\w][^\[\]{}<>]{0,120})?[\]}>]"
            + @"|\bX{2}[/.\-]X{2}[/.\-](?:20)?[X0-9]{2,4}\b"
            + @"|\b(?:20XX|202[X_]|X{4,})\b"
            + @"|\bDD/MM/Y{2,4}\b"
            + @"|\bError! [A-Z][A-Z ]{3,60}\.?"
            + @"|Choose an item\.?|Choose a (?:date|building block)\.?"
            + @"|(?:Click|Tap)(?: or tap)?(?: here)? to (?:enter|add|choose|select)(?: [a-z]{1,15}){1,3}\.?"
            + @"|_{4,}"
            + @"|\bTB[CA]\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    );

    /// <summary>"[insert name]", "XX/XX/20XX", "TBC", "Error! Reference source not found.", "Click here to enter text".</summary>
    /// <returns>The words as they stand, in their order.</returns>
    public static IEnumerable<string> In(string text) => Shape.Matches(text).Select(match => match.Value);
}
