namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>Signs that are too small for anyone to see.</summary>
/// <remarks>Word leaves its own count of notes so. Raw: "must", "0F" in letters of one point, then a raised "1".</remarks>
internal static class TinySigns
{
    public const double Smallest = 2;

    private const int MostSigns = 12;

    /// <summary>Takes out the counts of notes; what else is tiny stays, as hidden.</summary>
    public static void RemoveCounts(List<Ink> inks)
    {
        for (var i = inks.Count - 1; i > 0; i--)
        {
            if (!IsTiny(inks[i - 1]) || IsTiny(inks[i]) || !char.IsAsciiDigit(inks[i].Text[0]))
            {
                continue;
            }

            var start = i;
            while (start > 0 && IsTiny(inks[start - 1]))
            {
                start--;
            }

            var count = string.Concat(inks.Skip(start).Take(Math.Min(i - start, MostSigns + 1)).Select(ink => ink.Text));
            if (count.Length <= MostSigns && count[^1] is 'F' or 'E' && count.All(sign => char.IsAsciiDigit(sign) || sign is 'F' or 'E' or ',' or ' '))
            {
                inks.RemoveRange(start, i - start);
            }

            i = start;
        }
    }

    private static bool IsTiny(Ink ink) => ink is { IsHidden: true, Size: < Smallest };
}
