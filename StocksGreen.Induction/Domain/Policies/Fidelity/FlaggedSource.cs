namespace StocksGreen.Induction.Domain.Policies.Fidelity;

/// <summary>The words of a document, line by line, with the places to which points of the fidelity report belong.</summary>
public sealed class FlaggedSource
{
    // More lines than any policy has, and more points than a person looks through: the rest is shown without marks.
    private const int MostPoints = 300;
    private const int MostCharacters = 1_000_000;

    private const string Under = "under ";

    private readonly List<List<FlaggedWords>> lines;
    private readonly Dictionary<string, int> lineOf = new(StringComparer.Ordinal);

    private FlaggedSource(string source) =>
        lines = [.. source.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new List<FlaggedWords> { new(line, null) })];

    /// <summary>Each line as pieces that follow one another.</summary>
    public IReadOnlyList<IReadOnlyList<FlaggedWords>> Lines => lines;

    /// <summary>True where a point has a place among the lines.</summary>
    public bool Has(FidelityPoint point) => lineOf.ContainsKey(point.Key);

    /// <returns>The line of a heading, from 0; null where there is none.</returns>
    public int? LineOf(string heading)
    {
        var plain = PlaceholderPoints.Plain(heading);
        var at = plain.Length == 0 ? -1 : lines.FindIndex(line => IsHeading(Text(line), plain));
        return at < 0 ? null : at;
    }

    /// <param name="source">The words of the document, a line each.</param>
    /// <param name="points">Of its report, in their order.</param>
    public static FlaggedSource Create(string source, IEnumerable<FidelityPoint> points)
    {
        var flagged = new FlaggedSource(source);
        if (source.Length > MostCharacters)
        {
            return flagged;
        }

        foreach (var point in points.Where(point => point.Kind is not (FidelityKind.NotDescribed or FidelityKind.PageText)).Take(MostPoints))
        {
            if (!flagged.MarkWords(point))
            {
                flagged.MarkHeading(point);
            }
        }

        return flagged;
    }

    /// <summary>Words that stand in the document’s text: the first of their kind that is not marked yet, under their heading where it has them.</summary>
    private bool MarkWords(FidelityPoint point)
    {
        var words = PlaceholderPoints.Plain(point.Text);
        if (words.Length == 0)
        {
            return false;
        }

        var from = HeadingOf(point) is { } heading && LineOf(heading) is { } line ? line : 0;
        return MarkWords(point, words, from, lines.Count) || MarkWords(point, words, 0, from);
    }

    private bool MarkWords(FidelityPoint point, string words, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            for (var piece = 0; piece < lines[at].Count; piece++)
            {
                var text = lines[at][piece].Text;
                if (lines[at][piece].Point is null && text.IndexOf(words, StringComparison.OrdinalIgnoreCase) is var found and >= 0)
                {
                    var pieces = new[]
                    {
                        new FlaggedWords(text[..found], null),
                        new FlaggedWords(text.Substring(found, words.Length), point),
                        new FlaggedWords(text[(found + words.Length)..], null),
                    };
                    lines[at].RemoveAt(piece);
                    lines[at].InsertRange(piece, pieces.Where(each => each.Text.Length > 0));
                    lineOf[point.Key] = at;
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What was left out stands in no line; it is named after the heading under which it stood.</summary>
    private void MarkHeading(FidelityPoint point)
    {
        if (HeadingOf(point) is { } heading && LineOf(heading) is { } at)
        {
            lines[at].Add(new FlaggedWords(point.Text, point) { IsLeftOut = true });
            lineOf[point.Key] = at;
        }
    }

    private static string? HeadingOf(FidelityPoint point) => point.Where.StartsWith(Under, StringComparison.Ordinal) ? point.Where[Under.Length..] : null;

    private static string Text(List<FlaggedWords> line) => string.Concat(line.Where(each => !each.IsLeftOut).Select(each => each.Text));

    /// <summary>Raw: "1. Arriving" for the heading "1 Arriving".</summary>
    private static bool IsHeading(string line, string heading) => string.Equals(Letters(line), Letters(heading), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
