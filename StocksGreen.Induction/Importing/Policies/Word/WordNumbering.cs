using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Counts Word's automatic numbers, which stand nowhere in the text: the file only says which list and level a paragraph belongs to.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private const int LongestPattern = 300;

    private readonly Dictionary<int, NumberingInstance> lists = [];
    private readonly Dictionary<int, AbstractNum> kinds = [];
    private readonly Dictionary<string, AbstractNum> kindsOfStyles = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int?[]> counters = [];
    private readonly HashSet<(int List, int Level)> restarted = [];

    internal WordNumbering(MainDocumentPart main)
    {
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        foreach (var kind in numbering?.Elements<AbstractNum>() ?? [])
        {
            kinds[WordText.ValueOf(kind.AbstractNumberId) ?? -1] = kind;
            if (kind.StyleLink?.Val?.Value is { } style)
            {
                kindsOfStyles.TryAdd(style, kind);
            }
        }

        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
        {
            lists[WordText.ValueOf(list.NumberID) ?? -1] = list;
        }
    }

    /// <summary>The list and level of a paragraph, from itself or from its styles; null for none, and where list 0 switches numbering off.</summary>
    internal (int List, int Level)? PlaceOf(Paragraph paragraph, List<Style> chain)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var styled = chain.Find(style => style.StyleParagraphProperties?.NumberingProperties?.NumberingId is not null);
        var inStyle = styled?.StyleParagraphProperties?.NumberingProperties;
        if (WordText.ValueOf((own?.NumberingId ?? inStyle?.NumberingId)?.Val) is not { } list || list == 0 || !lists.ContainsKey(list))
        {
            return null;
        }

        var level =
            WordText.ValueOf(own?.NumberingLevelReference?.Val)
            ?? (own?.NumberingId is null ? LevelOfStyle(list, chain) : null)
            ?? chain
                .Select(style => WordText.ValueOf(style.StyleParagraphProperties?.NumberingProperties?.NumberingLevelReference?.Val))
                .FirstOrDefault(reference => reference is not null)
            ?? 0;
        return (list, Math.Clamp(level, 0, Levels - 1));
    }

    /// <summary>Counts the paragraph and says what is printed before it: "4.1", "(a)", "•".</summary>
    internal WordLabel Count(int list, int level)
    {
        var kind = KindOf(list);
        var values = CollectionsOf(WordText.ValueOf(kind?.AbstractNumberId) ?? -1);
        if (StartOverride(list, level) is { } start && restarted.Add((list, level)))
        {
            values[level] = start - 1;
        }

        for (var above = 0; above < level; above++)
        {
            values[above] ??= StartOf(list, above);
        }

        values[level] = values[level] is { } last ? last + 1 : StartOf(list, level);
        for (var below = level + 1; below < Levels; below++)
        {
            var restartsAfter = WordText.ValueOf(LevelOf(list, below)?.LevelRestart?.Val);
            if (restartsAfter is null || level < restartsAfter)
            {
                values[below] = null;
            }
        }

        var definition = LevelOf(list, level);
        var format = WordText.ValueOf(definition?.NumberingFormat?.Val) ?? NumberFormatValues.Decimal;
        var pattern = definition?.LevelText?.Val?.Value ?? "";
        return format == NumberFormatValues.Bullet
            ? new WordLabel(IsBullet: true, pattern.Length == 0 ? "•" : pattern[..1], FontOf(definition))
            : new WordLabel(
                IsBullet: false,
                // A pattern that long is made to hurt, and its label is never printed.
                pattern.Length > LongestPattern
                    ? pattern
                    : Print(list, pattern, values, definition?.IsLegalNumberingStyle is not null)
            );
    }

    /// <summary>Twentieths of a point from the left margin; null where the level does not say.</summary>
    internal int? IndentOf(int list, int level) => Twips(LevelOf(list, level)?.PreviousParagraphProperties?.Indentation);

    internal static int? Twips(Indentation? indentation) =>
        (indentation?.Left ?? indentation?.Start)?.Value is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var twips)
            ? (int)twips
            : null;

    private static string FontOf(Level? level) =>
        level?.NumberingSymbolRunProperties?.RunFonts is { } fonts ? fonts.Ascii?.Value ?? fonts.HighAnsi?.Value ?? "" : "";

    /// <summary>Raw: "%1.%2" with 4 and 1 → "4.1".</summary>
    private string Print(int list, string pattern, int?[] values, bool isLegal)
    {
        var label = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var of = pattern[++i] - '1';
                var format = WordText.ValueOf(LevelOf(list, of)?.NumberingFormat?.Val) ?? NumberFormatValues.Decimal;
                label.Append(NumberWords.Print(values[of] ?? StartOf(list, of), isLegal ? NumberFormatValues.Decimal : format));
            }
            else
            {
                label.Append(pattern[i]);
            }
        }

        return label.ToString().Trim();
    }

    private int?[] CollectionsOf(int kind)
    {
        if (!counters.TryGetValue(kind, out var values))
        {
            counters[kind] = values = new int?[Levels];
        }

        return values;
    }

    private int? LevelOfStyle(int list, List<Style> chain) =>
        chain
            .Select(style =>
                WordText.ValueOf(
                    KindOf(list)?.Elements<Level>().FirstOrDefault(level => level.ParagraphStyleIdInLevel?.Val?.Value == style.StyleId?.Value)?.LevelIndex
                )
            )
            .FirstOrDefault(level => level is not null);

    private int StartOf(int list, int level) => StartOverride(list, level) ?? WordText.ValueOf(LevelOf(list, level)?.StartNumberingValue?.Val) ?? 1;

    private int? StartOverride(int list, int level) => WordText.ValueOf(Override(list, level)?.StartOverrideNumberingValue?.Val);

    private LevelOverride? Override(int list, int level) =>
        lists.GetValueOrDefault(list)?.Elements<LevelOverride>().FirstOrDefault(change => WordText.ValueOf(change.LevelIndex) == level);

    private Level? LevelOf(int list, int level) =>
        Override(list, level)?.Level ?? KindOf(list)?.Elements<Level>().FirstOrDefault(definition => WordText.ValueOf(definition.LevelIndex) == level);

    private AbstractNum? KindOf(int list)
    {
        var kind = WordText.ValueOf(lists.GetValueOrDefault(list)?.AbstractNumId?.Val) is { } id ? kinds.GetValueOrDefault(id) : null;
        // A kind that only points at a list style: its levels stand in the kind that defines that style.
        return kind?.NumberingStyleLink?.Val?.Value is { } style ? kindsOfStyles.GetValueOrDefault(style) ?? kind : kind;
    }
}
