using System.Reflection;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Data.Evidence.Kinds;

/// <summary>
/// Every kind of evidence that has rows, found by its <see cref="EvidenceAttribute"/>: tables, append-only triggers and verification go through this list and
/// name no kind.
/// </summary>
public static class EvidenceRegistry
{
    /// <summary>In the order of the names of their tables.</summary>
    public static IReadOnlyList<EvidenceRows> Kinds { get; } = Find();

    private static IReadOnlyList<EvidenceRows> Find()
    {
        var kinds = new List<EvidenceRows>();
        foreach (var row in typeof(EvidenceRegistry).Assembly.GetTypes().Where(type => !type.IsAbstract))
        {
            if (row.GetCustomAttribute<EvidenceAttribute>() is { } evidence)
            {
                kinds.Add(new EvidenceRows(new EvidenceKind(evidence.Kind), row, evidence.Table, evidence.Noun, evidence.GoesWithItsFacts));
            }
            else if (row.IsAssignableTo(typeof(ISealedRow)))
            {
                throw new InvalidOperationException($"{row.Name} is sealed and does not say as what: it needs an [Evidence].");
            }
        }

        return
            kinds.DistinctBy(kind => kind.Kind).Count() == kinds.Count
            && kinds.DistinctBy(kind => kind.Table, StringComparer.OrdinalIgnoreCase).Count() == kinds.Count
            ? [.. kinds.OrderBy(kind => kind.Table, StringComparer.Ordinal)]
            : throw new InvalidOperationException("Two kinds of evidence have one name or one table.");
    }
}
