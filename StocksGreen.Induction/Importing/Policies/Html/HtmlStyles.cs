using System.Buffers;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Flow;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>
/// How elements of a web page are shown, as far as it changes what a policy says: by their names, by style sheets in the page, and by themselves.
/// </summary>
/// <remarks>What a sheet says only for print, or for narrow screens, does not count.</remarks>
internal sealed class HtmlStyles
{
    private const int MostRules = 10_000;
    private const int MostSearches = 300;
    private const int LongestSelector = 200;

    private static readonly SearchValues<char> Combined = SearchValues.Create(" >+~:[*");

    private readonly Dictionary<string, List<Rule>> simple = new(StringComparer.Ordinal);
    private readonly Dictionary<IElement, List<Rule>> searched = new(ReferenceEqualityComparer.Instance);
    private int rules;
    private int searches;

    internal HtmlStyles(IHtmlDocument document)
    {
        foreach (var sheet in document.QuerySelectorAll("style").Where(style => style.GetAttribute("media") is null or "" or "all" or "screen"))
        {
            foreach (var (selectors, body) in HtmlSheet.Rules(sheet.TextContent))
            {
                Add(document, selectors, HtmlSheet.Declarations(body));
            }
        }
    }

    /// <param name="outer">How what stands around it is shown.</param>
    internal FlowLook LookOf(IElement element, FlowLook outer)
    {
        var look = OfName(element, outer);
        foreach (var (name, value) in DeclarationsOf(element))
        {
            look = Apply(look, name, value, outer.Size);
        }

        return element.HasAttribute("hidden") ? look with { Why = look.Why ?? LeftOutKind.Hidden } : look;
    }

    internal string? Said(IElement element, string property) =>
        DeclarationsOf(element).Where(said => said.Name == property).Select(said => said.Value).LastOrDefault();

    private static FlowLook OfName(IElement element, FlowLook outer) =>
        element.LocalName switch
        {
            "b" or "strong" or "th" => outer.With(TextStyle.Bold),
            "i" or "em" => outer.With(TextStyle.Italic),
            "u" => outer.With(TextStyle.Underline),
            "sup" => outer.With(TextStyle.Superscript),
            "sub" => outer.With(TextStyle.Subscript),
            "s" or "strike" or "del" => outer with { Why = outer.Why ?? LeftOutKind.StruckOut },
            "font" => outer with
            {
                Ink = element.GetAttribute("color") is { } colour ? FlowColour.Parse(colour) : outer.Ink,
                Font = element.GetAttribute("face") ?? outer.Font,
            },
            "body" or "table" or "tr" or "td" when element.GetAttribute("bgcolor") is { } ground => outer with { Ground = FlowColour.Parse(ground) },
            _ => outer,
        };

    private IEnumerable<(string Name, string Value)> DeclarationsOf(IElement element)
    {
        var found = new List<Rule>();
        Collect(simple.GetValueOrDefault(element.LocalName), found);
        if (simple.Count > 0)
        {
            foreach (var name in element.ClassList.Take(20))
            {
                Collect(simple.GetValueOrDefault("." + name), found);
                Collect(simple.GetValueOrDefault($"{element.LocalName}.{name}"), found);
            }

            if (element.Id is { } id)
            {
                Collect(simple.GetValueOrDefault("#" + id), found);
            }
        }

        Collect(searched.GetValueOrDefault(element), found);
        var own = element.GetAttribute("style") is { Length: > 0 and < 10_000 } style ? HtmlSheet.Declarations(style) : [];
        return found.OrderBy(rule => rule.Weight).ThenBy(rule => rule.Order).SelectMany(rule => rule.Declarations).Concat(own);
    }

    private static void Collect(List<Rule>? from, List<Rule> found)
    {
        if (from is not null)
        {
            found.AddRange(from);
        }
    }

    private void Add(IHtmlDocument document, string selectors, IReadOnlyList<(string Name, string Value)> declarations)
    {
        if (declarations.Count == 0)
        {
            return;
        }

        foreach (var selector in selectors.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (++rules > MostRules || selector.Length > LongestSelector)
            {
                return;
            }

            if (!selector.AsSpan().ContainsAny(Combined))
            {
                var weight = selector.Count(c => c == '#') * 100 + selector.Count(c => c == '.') * 10 + (char.IsAsciiLetter(selector[0]) ? 1 : 0);
                // Raw: "ol.lst-kix_a-0.start"
                if (selector.Count(c => c is '.' or '#') <= 1)
                {
                    Put(simple, char.IsAsciiLetter(selector[0]) ? Lower(selector) : selector, new Rule(weight, rules, declarations));
                    continue;
                }
            }

            Search(document, selector, declarations);
        }
    }

    /// <summary>A selector of several parts is looked up where it hides words or strikes them out: what else it says of letters may be missed.</summary>
    private void Search(IHtmlDocument document, string selector, IReadOnlyList<(string Name, string Value)> declarations)
    {
        if (selector.Contains(':', StringComparison.Ordinal) || !declarations.Any(Matters) || ++searches > MostSearches)
        {
            return;
        }

        try
        {
            foreach (var element in document.QuerySelectorAll(selector))
            {
                if (!searched.TryGetValue(element, out var list))
                {
                    searched[element] = list = [];
                }

                list.Add(new Rule(15, rules, declarations));
            }
        }
        catch (DomException)
        {
            // A selector that no browser knows either.
        }
    }

    private static bool Matters((string Name, string Value) said) =>
        (said.Name == "display" && said.Value == "none")
        || (said.Name == "visibility" && said.Value == "hidden")
        || (said.Name.StartsWith("text-decoration", StringComparison.Ordinal) && said.Value.Contains("line-through", StringComparison.Ordinal));

    private static void Put(Dictionary<string, List<Rule>> to, string key, Rule rule)
    {
        if (!to.TryGetValue(key, out var list))
        {
            to[key] = list = [];
        }

        // A name with hundreds of rules is made to hurt.
        if (list.Count < 50)
        {
            list.Add(rule);
        }
    }

    // Names of elements are lower case; those of classes are as they are.
    private static string Lower(string selector)
    {
        var end = selector.IndexOfAny(['.', '#']);
        return end < 0 ? selector.ToLowerInvariant() : selector[..end].ToLowerInvariant() + selector[end..];
    }

    private static FlowLook Apply(FlowLook look, string name, string value, double outerSize)
    {
        switch (name)
        {
            case "font-weight":
                var isBold = value is "bold" or "bolder" || (int.TryParse(value, CultureInfo.InvariantCulture, out var weight) && weight >= 600);
                return Set(look, TextStyle.Bold, isBold);
            case "font-style":
                return Set(look, TextStyle.Italic, value is "italic" or "oblique");
            case "text-decoration" or "text-decoration-line":
                look = value.Contains("underline", StringComparison.Ordinal) ? look.With(TextStyle.Underline) : look;
                return value.Contains("line-through", StringComparison.Ordinal) ? look with { Why = look.Why ?? LeftOutKind.StruckOut } : look;
            case "vertical-align" when value is "super" or "sub":
                return look.With(value == "super" ? TextStyle.Superscript : TextStyle.Subscript);
            case "display" when value == "none":
            case "visibility" when value is "hidden" or "collapse":
            case "mso-hide" when value == "all":
            case "opacity" when value is "0" or "0.0":
                return look with { Why = look.Why ?? LeftOutKind.Hidden };
            case "color":
                return look with { Ink = value == "inherit" ? look.Ink : FlowColour.Parse(value) };
            case "background-color" or "background":
                return value is "transparent" or "none" or "inherit" or "initial" ? look : look with { Ground = FlowColour.Parse(value) };
            case "text-transform":
                return look with { IsCapitals = value == "uppercase" };
            case "font-family":
                return look with { Font = value.Split(',')[0].Trim('"', '\'', ' ') };
            case "font-size":
                var size = Points(value, outerSize);
                return size is 0 && value.StartsWith('0') ? look with { Why = look.Why ?? LeftOutKind.Hidden } : look with { Size = size };
            default:
                return look;
        }
    }

    private static FlowLook Set(FlowLook look, TextStyle style, bool isOn) => look with { Style = isOn ? look.Style | style : look.Style & ~style };

    private static double Points(string value, double outer)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] == '.'))
        {
            end++;
        }

        return !double.TryParse(value.AsSpan(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? outer
            : value[end..] switch
            {
                "pt" => number,
                "px" => number * 0.75,
                "em" or "rem" when outer > 0 => number * outer,
                _ => number == 0 ? 0 : outer,
            };
    }

    private sealed record Rule(int Weight, int Order, IReadOnlyList<(string Name, string Value)> Declarations);
}
