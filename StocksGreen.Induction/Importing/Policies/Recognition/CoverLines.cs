using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>
/// Takes lines of a cover out of the headings: a subtitle, a date, "Document control". They are set like headings and have no text, or nothing but key
/// details, under them.
/// </summary>
internal static class CoverLines
{
    private const int LeastLeft = 3;
    private const int MostLines = 8;

    public static List<Heading> Remove(List<Heading> headings, IReadOnlyList<SourceLine> lines)
    {
        var cover = 0;
        while (cover < MostLines && cover + LeastLeft < headings.Count && IsOfCover(headings, cover, lines))
        {
            cover++;
        }

        return headings.GetRange(cover, headings.Count - cover);
    }

    private static bool IsOfCover(List<Heading> headings, int at, IReadOnlyList<SourceLine> lines)
    {
        var (heading, next) = (headings[at], headings[at + 1]);
        if (heading.Number.Length > 0)
        {
            return false;
        }

        var (details, known, hasLabel) = (0, 0, KeyDetailReader.IsLabel(heading.Title));
        for (var i = heading.LastLine + 1; i < next.FirstLine; i++)
        {
            if (lines[i].IsGap || lines[i].Kind is LineKind.Block || KeyDetailReader.IsLabel(lines[i].Plain))
            {
                hasLabel |= !lines[i].IsGap && lines[i].Kind is not LineKind.Block;
                continue;
            }

            IReadOnlyList<string> names =
                lines[i].Kind is LineKind.TableRow ? [.. KeyDetailReader.FromRow(lines[i]).Select(detail => detail.Name)]
                : KeyDetailReader.FromLine(lines[i], isInRun: false) is { } detail ? [detail.Name]
                : [];
            if (names.Count == 0)
            {
                return false;
            }

            (details, known) = (details + names.Count, known + names.Count(KeyDetailReader.IsKnown));
        }

        // Raw: "Contacts" over names and telephone numbers is a section.
        if (details > 0)
        {
            return known * 2 > details && (next.Number.Length > 0 || hasLabel);
        }

        // Raw: "A plan for Marlow Park Primary School" under the title
        if (SchoolReader.NamesSchool(heading.Title))
        {
            return true;
        }

        // A heading over smaller headings holds them, unless they are of the cover too.
        return next.Level <= heading.Level || (at + 1 < MostLines && at + 2 < headings.Count && IsOfCover(headings, at + 1, lines));
    }
}
