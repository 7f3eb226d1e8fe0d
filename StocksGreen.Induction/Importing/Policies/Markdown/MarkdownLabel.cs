using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace StocksGreen.Induction.Importing.Policies.Markdown;

/// <summary>The labels of numbered and lettered items, as a reader of the Markdown sees them.</summary>
internal static partial class MarkdownLabel
{
    private static readonly (int Value, string Letters)[] Roman =
    [
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];

    /// <summary>"2." or "b)": the number or letter that stands before an item, with what follows it.</summary>
    public static string Of(ListBlock list, ListItemBlock item)
    {
        var number = item.Order > 0 || !int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var start) ? item.Order : start;
        var words = list.BulletType switch
        {
            'a' or 'A' when number is >= 1 and <= 26 => ((char)('a' + number - 1)).ToString(),
            'i' or 'I' when number is >= 1 and < 200 => InRoman(number),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
        return (list.BulletType is 'A' or 'I' ? words.ToUpperInvariant() : words) + list.OrderedDelimiter;
    }

    /// <summary>Raw: "(b) The deputy.", which Markdown takes for a paragraph.</summary>
    public static (string Label, string Text)? TryRead(string line) =>
        Item().Match(line) is { Success: true } item ? (item.Groups["label"].Value, item.Groups["text"].Value) : null;

    private static string InRoman(int number)
    {
        var words = "";
        foreach (var (value, letters) in Roman)
        {
            for (; number >= value; number -= value)
            {
                words += letters;
            }
        }

        return words;
    }

    [GeneratedRegex(@"^(?<label>\((?:[a-z]|[ivx]{1,5}|[0-9]{1,3})\)) +(?<text>\S.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Item();
}
