using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Settles how deep headings are where the document itself says so by its styles or its hashes.</summary>
internal static class HeadingLevels
{
    /// <summary>
    /// Styles count from the shallowest that a heading has. A number may say more ("4.1" in the style of "4") and never less: "1" under an
    /// unnumbered part is as deep as its style.
    /// </summary>
    public static List<Heading> Settle(List<Heading> headings, IReadOnlyList<SourceLine> lines)
    {
        var shallowest = headings.Select(heading => lines[heading.FirstLine].HashLevel).Where(level => level > 0).DefaultIfEmpty(0).Min();
        if (shallowest == 0)
        {
            return headings;
        }

        var settled = new List<Heading>(headings.Count);
        var isUnderUnnumbered = false;
        foreach (var heading in headings)
        {
            var styled = lines[heading.FirstLine].HashLevel;
            var level = styled == 0 ? heading.Level : styled - shallowest + 1;
            isUnderUnnumbered |= heading.Number.Length == 0 && level == 1;
            settled.Add(
                heading with
                {
                    Level =
                        heading.Number.Length == 0 ? level
                        : isUnderUnnumbered ? Math.Max(level, heading.Level)
                        : heading.Level,
                }
            );
        }

        return settled;
    }
}
