using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using StocksGreen.Induction.Importing.Policies.Flow;

namespace StocksGreen.Induction.Importing.Policies.Markdown;

/// <summary>The labels of numbered and lettered items, as a reader of the Markdown sees them.</summary>
internal static partial class MarkdownLabel
{
    /// <summary>"2." or "b)": the number or letter that stands before an item, with what follows it.</summary>
    public static string Of(ListBlock list, ListItemBlock item)
    {
        var number = item.Order > 0 || !int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var start) ? item.Order : start;
        return FlowNumber.Print(number, list.BulletType) + list.OrderedDelimiter;
    }

    /// <summary>Raw: "(b) The deputy.", which Markdown takes for a paragraph.</summary>
    public static (string Label, string Text)? TryRead(string line) =>
        Item().Match(line) is { Success: true } item ? (item.Groups["label"].Value, item.Groups["text"].Value) : null;

    [GeneratedRegex(@"^(?<label>\((?:[a-z]|[ivx]{1,5}|[0-9]{1,3})\)) +(?<text>\S.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Item();
}
