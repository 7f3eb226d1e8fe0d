using System.Globalization;
using System.Xml.Linq;
using StocksGreen.Induction.Importing.Policies.Flow;

namespace StocksGreen.Induction.Importing.Policies.OpenDocument;

/// <summary>Counts lists and headings as the styles of lists say, and prints their labels.</summary>
internal sealed class OdtLists
{
    private const int Levels = 10;
    private const int LongestLabel = 200;

    private readonly Dictionary<string, XElement?[]> styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> lastOfStyle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> byName = new(StringComparer.Ordinal);
    private readonly XElement?[] outline = new XElement?[Levels];
    private readonly int[] outlineCounters = new int[Levels];

    internal OdtLists(IEnumerable<XElement> parts)
    {
        foreach (var style in parts.SelectMany(part => part.Elements()).SelectMany(group => group.Elements()))
        {
            if (style.Name.LocalName == "list-style" && style.Said("name") is { } name)
            {
                styles[name] = LevelsOf(style);
            }
            else if (style.Name.LocalName == "outline-style")
            {
                LevelsOf(style).CopyTo(outline, 0);
            }
        }
    }

    /// <summary>A list that is read: what it counts, and how its levels look.</summary>
    internal sealed record OpenList(int[] Counters, XElement?[] Levels);

    internal OpenList Open(XElement list, string? paragraphStyle)
    {
        var style = list.Said("style-name") ?? paragraphStyle ?? "";
        var counters =
            (list.Said("continue-list") is { } other ? byName.GetValueOrDefault(other) : null)
            ?? (list.Said("continue-numbering") == "true" ? lastOfStyle.GetValueOrDefault(style) : null)
            ?? new int[Levels];
        lastOfStyle[style] = counters;
        if (list.Said("id") is { } id)
        {
            byName[id] = counters;
        }

        return new OpenList(counters, styles.GetValueOrDefault(style) ?? new XElement?[Levels]);
    }

    /// <summary>A list inside another may look otherwise; it counts on with the one around it.</summary>
    internal OpenList Nest(OpenList outer, XElement list) =>
        list.Said("style-name") is { } style && styles.TryGetValue(style, out var levels) ? outer with { Levels = levels } : outer;

    /// <summary>Counts an item, and prints what stands before it.</summary>
    /// <param name="depth">From 0.</param>
    /// <returns>Null for an item that is printed without a label.</returns>
    internal static FlowLabel? Count(OpenList list, int depth, int? start, bool isAmongOthers) =>
        Count(list.Counters, list.Levels, Math.Clamp(depth, 0, Levels - 1), start, isAmongOthers);

    /// <summary>True where the items under those of a level have clause numbers: "1.1" under "1.".</summary>
    internal static bool HasClauses(OpenList list, int depth) => depth + 1 < Levels && list.Levels[depth + 1]?.Said("display-levels") is not (null or "1");

    /// <summary>Counts a heading that the numbering of chapters counts.</summary>
    /// <param name="level">From 1.</param>
    internal FlowLabel? CountHeading(int level) =>
        level is > 0 and <= Levels && outline[level - 1]?.Said("num-format") is { Length: > 0 }
            ? Count(outlineCounters, outline, level - 1, null, isAmongOthers: true)
            : null;

    private static FlowLabel? Count(int[] counters, XElement?[] levels, int depth, int? start, bool isAmongOthers)
    {
        if (levels[depth] is not { } level)
        {
            return FlowLabel.Bullet;
        }

        if (level.Name.LocalName == "list-level-style-bullet")
        {
            return Bullet(level);
        }

        if (level.Name.LocalName != "list-level-style-number" && level.Name.LocalName != "outline-level-style")
        {
            return FlowLabel.Bullet;
        }

        counters[depth] = start ?? (counters[depth] == 0 ? level.Number("start-value", 1, 1_000_000) : counters[depth] + 1);
        Array.Clear(counters, depth + 1, counters.Length - depth - 1);
        var text = Print(counters, levels, depth).Trim();
        return text.Length is 0 or > LongestLabel ? null : new FlowLabel(text, IsBullet: false, !isAmongOthers);
    }

    private static string Print(int[] counters, XElement?[] levels, int depth)
    {
        var level = levels[depth]!;
        // Raw: loext:num-list-format="(%1%.%2%)"
        if (level.Said("num-list-format") is { Length: > 0 and < LongestLabel } form)
        {
            for (var i = 0; i <= depth; i++)
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"%{i + 1}%");
                form = form.Contains(place, StringComparison.Ordinal) ? form.Replace(place, Number(i), StringComparison.Ordinal) : form;
            }

            return level.Said("num-format") is { Length: > 0 } ? form : "";
        }

        if (level.Said("num-format") is not { Length: > 0 })
        {
            return "";
        }

        var (prefix, suffix) = (level.Said("num-prefix") ?? "", level.Said("num-suffix") ?? "");
        if (prefix.Length + suffix.Length > LongestLabel)
        {
            return "";
        }

        var first = Math.Max(0, depth + 1 - level.Number("display-levels", 1, Levels));
        return prefix + string.Join('.', Enumerable.Range(first, depth + 1 - first).Select(Number).Where(number => number.Length > 0)) + suffix;

        string Number(int at) =>
            levels[at]?.Said("num-format") is { Length: > 0 } format
                ? FlowNumber.Print(
                    Math.Max(counters[at], levels[at]!.Number("start-value", 1, 1_000_000)),
                    format[0],
                    levels[at]!.Said("num-letter-sync") == "true"
                )
                : "";
    }

    /// <summary>Raw: text:bullet-char="" in Wingdings: a cross.</summary>
    private static FlowLabel Bullet(XElement level)
    {
        var glyph = level.Said("bullet-char") is { Length: > 0 } said ? said[..1] : "•";
        var font = level.Child("text-properties") is { } look ? look.Said("font-family")?.Trim('\'') ?? look.Said("font-name") ?? "" : "";
        font = SymbolFonts.IsSymbolFont(font) ? font : "";
        var isOfSigns = font.Length > 0 || glyph[0] is >= '\uE000' and <= '\uF8FF';
        return isOfSigns ? new FlowLabel(SymbolFonts.Translate(font, glyph[0]) is { Length: > 0 } sign && sign != " " ? sign : "•", IsBullet: true)
            : char.IsWhiteSpace(glyph[0]) ? FlowLabel.Bullet
            : new FlowLabel(glyph, IsBullet: true);
    }

    private static XElement?[] LevelsOf(XElement style)
    {
        var levels = new XElement?[Levels];
        foreach (var level in style.Elements())
        {
            if (level.Number("level", 0, Levels) is > 0 and var at)
            {
                levels[at - 1] = level;
            }
        }

        return levels;
    }
}
