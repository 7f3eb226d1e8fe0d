using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>A bullet as printed, before it is known what it stands under.</summary>
/// <param name="Label">What is printed before a numbered or lettered item: "(b)"; null for a bullet.</param>
internal sealed record PrintedItem(int Indent, char Marker, bool HasTwoMarkers, List<SourceLine> Lines, string? Label = null)
{
    /// <summary>A block that stands under an item; null for an item.</summary>
    public Block? Inner { get; init; }

    /// <summary>How many items stand round the item under which <see cref="Inner"/> stands.</summary>
    public int Depth { get; init; }
}

/// <summary>Nests bullets: by indentation, and where that has been lost, by their glyphs.</summary>
internal static class BulletReader
{
    private const int DeepestLevel = 6;

    public static IReadOnlyList<Block> Nest(IReadOnlyList<PrintedItem> items, LineJoining joining, WarningList warnings)
    {
        var levels = FindLevels(items, warnings);
        var next = 0;
        return Take(0);

        List<Block> Take(int level)
        {
            var blocks = new List<Block>();
            var taken = new List<ListItem>();
            while (next < items.Count && levels[next] >= level)
            {
                if (items[next].Inner is { } block)
                {
                    blocks.AddRange(Lists(taken));
                    blocks.Add(block);
                    taken.Clear();
                    next++;
                    continue;
                }

                var text = InlineMarkup.ToRichText(joining.Join([.. items[next].Lines.Select(line => line.Text)]));
                var label = items[next].Label;
                next++;
                taken.Add(new ListItem(label ?? "", text, Take(level + 1)));
            }

            blocks.AddRange(Lists(taken));
            return blocks;
        }
    }

    /// <summary>Bullets make one list and labelled items another, in the order in which they stand.</summary>
    private static List<Block> Lists(List<ListItem> items)
    {
        var lists = new List<Block>();
        for (var first = 0; first < items.Count; )
        {
            var isLabelled = items[first].Label.Length > 0;
            var list = items.Skip(first).TakeWhile(item => item.Label.Length > 0 == isLabelled).ToList();
            lists.Add(isLabelled ? new NumberedList(list) : new BulletList(list));
            first += list.Count;
        }

        return lists;
    }

    private static int[] FindLevels(IReadOnlyList<PrintedItem> items, WarningList warnings)
    {
        var levels = new int[items.Count];
        var above = new List<PrintedItem>(); // the item itself comes last, the one that it stands under before it
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Inner is not null)
            {
                // Under an item that is open, however deep the document says.
                levels[i] = Math.Min(item.Depth + 1, above.Count);
                continue;
            }

            while (above.Count > 0 && above[^1].Indent > item.Indent)
            {
                above.RemoveAt(above.Count - 1);
            }

            if (above.Count > 0 && above[^1].Indent == item.Indent)
            {
                PlaceByGlyph(items, i, above);
            }

            above.Add(item);
            if (above.Count > DeepestLevel)
            {
                warnings.Add("Bullets nested more than six deep were moved up to the sixth level.");
                above.RemoveAt(DeepestLevel - 1);
            }

            levels[i] = above.Count - 1;
        }

        return levels;
    }

    /// <summary>At the same indent: a sibling when the glyph is the same, else what the glyphs say.</summary>
    private static void PlaceByGlyph(IReadOnlyList<PrintedItem> items, int at, List<PrintedItem> above)
    {
        var item = items[at];
        var sameIndent = above.FindIndex(other => other.Indent == item.Indent);
        if (item.HasTwoMarkers)
        {
            // Raw: "- Pupils will be advised:" then "- o to use": under the outermost bullet even where the indent does not say so.
            var siblings = sameIndent == 0 && !above[0].HasTwoMarkers ? 1 : sameIndent;
            above.RemoveRange(siblings, above.Count - siblings);
            return;
        }

        var known = above.FindIndex(sameIndent, other => Family(other.Marker) == Family(item.Marker) && !other.HasTwoMarkers);

        if (known >= 0)
        {
            above.RemoveRange(known, above.Count - known);
            return;
        }

        if (above[^1].Marker != item.Marker && IsUnder(items, at, above[^1]))
        {
            return;
        }

        // No glyph of its rank is open: it is next to the outermost one of its indent.
        above.RemoveRange(sameIndent, above.Count - sameIndent);
    }

    // Word turns some hyphens into dashes and leaves others.
    private static char Family(char glyph) => glyph is '–' or '—' or '−' ? '-' : glyph;

    private static bool IsUnder(IReadOnlyList<PrintedItem> items, int at, PrintedItem parent)
    {
        var (rank, parentRank) = (BulletMarker.Rank(items[at].Marker), BulletMarker.Rank(parent.Marker));
        if (rank != parentRank)
        {
            return rank > parentRank;
        }

        // Raw: "• Staff will:", "- lock screens", "• Pupils will:" – the glyph above comes back, so that this one is under it.
        return Words.LastMark(parent.Lines[^1].Text) == ':'
            && items.Skip(at).Take(200).Any(item => item.Marker == parent.Marker && item.Indent == parent.Indent);
    }
}
