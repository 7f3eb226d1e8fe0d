namespace StocksGreen.Induction.Domain.Signing;

/// <summary>Whether someone read as people read. It is noted and blocks nothing.</summary>
public static class ReadingPace
{
    /// <summary>Words a minute above which no one reads: skimming ends near 700.</summary>
    public const int FastestWords = 1000;

    public const string Ordinary = "As people read";

    public const string FarFaster = "Far faster than people read";

    /// <param name="lines">Confirmed parts with their times.</param>
    /// <returns>Null where the times of less than half of the words are known.</returns>
    public static string? Describe(IReadOnlyList<ReadingLedger.Line> lines) =>
        Measure(lines) is var (seconds, words)
            ? seconds / 60.0 * FastestWords < words
                ? FarFaster
                : Ordinary
            : null;

    /// <summary>How long the parts took whose times are known, and how many words they have.</summary>
    /// <inheritdoc cref="Describe"/>
    public static (int Seconds, int Words)? Measure(IReadOnlyList<ReadingLedger.Line> lines)
    {
        var timed = lines
            .Where(line => line.Reading is not null && line.Confirmation is not null && line.Confirmation.ConfirmedAt >= line.Reading.FirstShownAt)
            .ToList();
        var words = timed.Sum(line => line.Part.Words);
        if (words == 0 || words * 2 < lines.Sum(line => line.Part.Words))
        {
            return null;
        }

        return ((int)timed.Sum(line => (line.Confirmation!.ConfirmedAt - line.Reading!.FirstShownAt).TotalSeconds), words);
    }
}
