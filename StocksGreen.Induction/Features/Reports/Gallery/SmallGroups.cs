using StocksGreen.Induction.Documents.Reports;

namespace StocksGreen.Induction.Features.Reports.Gallery;

/// <summary>Figures of so few people that a share says who has not signed: they are not shown.</summary>
internal static class SmallGroups
{
    /// <summary>A group of fewer is named, and nothing else is said of it.</summary>
    public const int Fewest = 5;

    /// <returns>
    /// The lines whose figures are left out. Where it would be one alone, the smallest of the others goes with it: taken from the total, the rest would give
    /// that one away.
    /// </returns>
    public static IReadOnlySet<NamedFigures> Of(IReadOnlyList<NamedFigures> lines)
    {
        var small = lines.Where(line => line.People is > 0 and < Fewest).ToHashSet();
        if (small.Count == 1 && lines.Where(line => line.People >= Fewest).MinBy(line => line.People) is { } next)
        {
            small.Add(next);
        }

        return small;
    }
}
