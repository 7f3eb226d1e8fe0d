using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using StocksGreen.Induction.Importing.Policies.Flow;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>The labels of items as a browser prints them, and the counters by which Google Docs writes its own.</summary>
internal sealed partial class HtmlLists
{
    private const int LongestLabel = 40;
    private const int LongestTemplate = 1_000;
    private const int Deepest = 8;

    private readonly HtmlStyles styles;
    private readonly Dictionary<string, string> templates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counters = new(StringComparer.Ordinal);
    private readonly Dictionary<IElement, int> numbers = new(ReferenceEqualityComparer.Instance);

    internal HtmlLists(IHtmlDocument document, HtmlStyles styles)
    {
        this.styles = styles;
        foreach (var (selectors, body) in document.QuerySelectorAll("style").SelectMany(sheet => HtmlSheet.Rules(sheet.TextContent)))
        {
            // Raw: .lst-kix_abc-1>li:before{content:"" counter(lst-ctn-kix_abc-1,lower-latin) ". "}
            if (GoogleSelector().Match(selectors) is { Success: true } name && Content().Match(body) is { Success: true } content)
            {
                templates.TryAdd(name.Groups["name"].Value, content.Groups["content"].Value);
            }
        }
    }

    /// <summary>How deep a list stands: Google Docs writes them one after another and numbers their depth.</summary>
    internal static int DepthOf(IElement list, int nested) =>
        GoogleClass(list) is { } name && int.TryParse(name.AsSpan(name.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var depth)
            ? Math.Min(Math.Max(depth, nested), Deepest)
            : nested;

    /// <summary>Counts an item.</summary>
    /// <param name="list">In which it stands; null for an item outside of any.</param>
    /// <param name="isAmongOthers">False for a number that may belong to a paragraph or a heading.</param>
    /// <returns>Null for an item that is printed without a label.</returns>
    internal FlowLabel? LabelOf(IElement item, IElement? list, bool isAmongOthers)
    {
        if (list is null)
        {
            return FlowLabel.Bullet;
        }

        if (GoogleClass(list) is { } name && templates.TryGetValue(name, out var template))
        {
            return FromTemplate(list, name, template, isAmongOthers);
        }

        var style = styles.Said(item, "list-style-type") ?? styles.Said(list, "list-style-type") ?? styles.Said(list, "list-style") ?? "";
        if (list.LocalName != "ol")
        {
            return style.Split(' ').Contains("none", StringComparer.Ordinal) ? null : FlowLabel.Bullet;
        }

        var number = NumberOf(item, list);
        if (style.Split(' ').Contains("none", StringComparer.Ordinal))
        {
            return null;
        }

        return style.Contains("disc", StringComparison.Ordinal) || style.Contains("circle", StringComparison.Ordinal)
            ? FlowLabel.Bullet
            : new FlowLabel(
                $"{FlowNumber.Print(number, FormOf(style) ?? FormOf(item.GetAttribute("type") ?? list.GetAttribute("type") ?? "") ?? '1')}.",
                IsBullet: false,
                !isAmongOthers
            );
    }

    private int NumberOf(IElement item, IElement list)
    {
        var isReversed = list.HasAttribute("reversed");
        if (!numbers.TryGetValue(list, out var number))
        {
            number = IntegerOf(list, "start") ?? (isReversed ? list.Children.Count(child => child.LocalName == "li") : 1);
        }

        number = IntegerOf(item, "value") ?? number;
        numbers[list] = isReversed ? number - 1 : number + 1;
        return number;
    }

    private FlowLabel? FromTemplate(IElement list, string name, string template, bool isAmongOthers)
    {
        var counter = name.Replace("lst-kix", "lst-ctn-kix", StringComparison.Ordinal);
        if (numbers.TryAdd(list, 0) && (IntegerOf(list, "start") ?? (list.ClassList.Contains("start") ? 1 : null)) is { } start)
        {
            counters[counter] = start - 1;
        }

        counters[counter] = counters.GetValueOrDefault(counter) + 1;
        if (template.Length > LongestTemplate)
        {
            return FlowLabel.Bullet;
        }

        var label = new StringBuilder();
        var isCounted = false;
        foreach (Match part in TemplatePart().Matches(template))
        {
            if (part.Groups["counter"].Success)
            {
                isCounted = true;
                label.Append(FlowNumber.Print(counters.GetValueOrDefault(part.Groups["counter"].Value.Trim()), FormOf(part.Groups["form"].Value) ?? '1'));
            }
            else
            {
                label.Append(Escape().Replace(part.Groups["text"].Value, escape => Character(escape.Groups["code"].Value)));
            }
        }

        var text = label.ToString().Trim();
        return text.Length is 0 or > LongestLabel ? FlowLabel.Bullet : new FlowLabel(text, !isCounted, isCounted && !isAmongOthers);
    }

    private static string? GoogleClass(IElement list) => list.ClassList.FirstOrDefault(name => name.StartsWith("lst-kix", StringComparison.Ordinal));

    private static string Character(string code) =>
        int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sign) && sign is > 31 and < 0xD800
            ? ((char)sign).ToString()
            : "";

    private static char? FormOf(string name) =>
        name switch
        {
            "1" or "decimal" => '1',
            "a" or "lower-alpha" or "lower-latin" => 'a',
            "A" or "upper-alpha" or "upper-latin" => 'A',
            "i" or "lower-roman" => 'i',
            "I" or "upper-roman" => 'I',
            _ => null,
        };

    private static int? IntegerOf(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number is > -1_000_000 and < 1_000_000
            ? number
            : null;

    [GeneratedRegex(@"\.(?<name>lst-kix[\w-]+)\s*>\s*li::?before", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex GoogleSelector();

    [GeneratedRegex("content\\s*:(?<content>(\"[^\"]*\"|[^;\"])*)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Content();

    [GeneratedRegex(
        "\"(?<text>[^\"]*)\"|counter\\((?<counter>[^,)]+)(,\\s*(?<form>[a-z-]+)\\s*)?\\)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex TemplatePart();

    [GeneratedRegex(@"\\(?<code>[0-9a-fA-F]{1,6})\s?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
