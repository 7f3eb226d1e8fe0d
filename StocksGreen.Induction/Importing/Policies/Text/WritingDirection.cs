namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Tells text that is written from right to left, which neither the pages nor the documents of this program set.</summary>
internal static class WritingDirection
{
    // A greeting, a name or a summary in Arabic next to the English text does not make a policy Arabic.
    private const int OneLetterIn = 2;

    /// <returns>A refusal where much of the text is written from right to left; null otherwise, with a warning where a little is.</returns>
    public static string? Refusal(IReadOnlyList<SourceLine> lines, WarningList warnings)
    {
        var (letters, fromRight) = (0, 0);
        foreach (var c in lines.SelectMany(line => line.Raw).Where(char.IsLetter))
        {
            letters++;
            fromRight += IsFromRight(c) ? 1 : 0;
        }

        if (fromRight > 0 && fromRight * OneLetterIn >= letters)
        {
            return "This document is written from right to left, which cannot be shown and printed rightly yet. Import the English or Welsh text.";
        }

        if (fromRight > 0)
        {
            warnings.Add("Some words are written from right to left. Check their order wherever they stand.");
        }

        return null;
    }

    // Hebrew, Arabic, Syriac, Thaana, N’Ko and the presentation forms of Hebrew and Arabic.
    internal static bool IsFromRight(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');
}
