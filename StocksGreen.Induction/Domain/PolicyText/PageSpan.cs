using System.Globalization;

namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>Pages of a document that follow each other, counted from 1 as the file has them, whatever is printed on them.</summary>
/// <param name="Last">The same as <paramref name="First"/> for one page.</param>
public sealed record PageSpan(int First, int Last)
{
    /// <summary>Pages that overlap or follow each other become one span; in order.</summary>
    public static IReadOnlyList<PageSpan> Join(IEnumerable<PageSpan> spans)
    {
        var joined = new List<PageSpan>();
        foreach (var span in spans.OrderBy(span => span.First).ThenBy(span => span.Last))
        {
            if (joined is [.., var before] && span.First <= before.Last + 1)
            {
                joined[^1] = before with { Last = Math.Max(before.Last, span.Last) };
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }

    /// <summary>The span from the first page of either to the last of either; null where neither is known.</summary>
    public static PageSpan? Around(PageSpan? one, PageSpan? other) =>
        (one, other) switch
        {
            ({ } a, { } b) => new PageSpan(Math.Min(a.First, b.First), Math.Max(a.Last, b.Last)),
            _ => one ?? other,
        };

    /// <summary>"page 7", "pages 7–22", "pages 7–22 and 150–160".</summary>
    /// <param name="spans">At least one.</param>
    public static string ToWords(IReadOnlyList<PageSpan> spans)
    {
        var words = spans.Select(span => span.ToString()).ToList();
        return $"{(spans is [{ } only] && only.First == only.Last ? "page" : "pages")} "
            + (words.Count == 1 ? words[0] : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}");
    }

    /// <summary>"7–22", "7".</summary>
    public override string ToString() =>
        First == Last ? First.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{First}–{Last}");
}
