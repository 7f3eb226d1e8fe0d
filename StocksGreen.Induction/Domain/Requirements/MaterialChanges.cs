using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>What changed materially between two versions of a policy, over all that were published between them.</summary>
/// <param name="Parts">Ordinal in the later version and number of the version in which the part first changed materially.</param>
/// <param name="Removed">Headings of removed parts and number of the version that removed them; a part that only came and went in between is not among
/// them.</param>
public sealed record MaterialChanges(IReadOnlyDictionary<int, int> Parts, IReadOnlyList<(string Heading, int Version)> Removed)
{
    /// <param name="later">The versions after the one that was signed, in rising order, up to the one that is in force.</param>
    public static MaterialChanges Over(IEnumerable<PolicyVersion> later)
    {
        var material = new Dictionary<int, int>();
        var removed = new List<(string, int)>();
        var addedSince = new HashSet<int>();
        foreach (var version in later)
        {
            var named = version.Release.Changes.Where(change => change.Ordinal is not null).ToDictionary(change => change.Ordinal!.Value);
            var next = new Dictionary<int, int>();
            foreach (var part in version.Parts)
            {
                // A version whose changes were not recorded counts as new throughout.
                var change = named.GetValueOrDefault(part.Ordinal);
                if (change?.Before is { } before && material.TryGetValue(before, out var since))
                {
                    next[part.Ordinal] = since;
                }
                else if (change is null or { Weight: ChangeWeight.Material })
                {
                    next[part.Ordinal] = version.Number;
                }
            }

            material = next;
            removed.AddRange(
                version
                    .Release.Changes.Where(change =>
                        change is { Ordinal: null, Weight: ChangeWeight.Material } && !(change.Before is { } before && addedSince.Contains(before))
                    )
                    .Select(change => (change.Heading, version.Number))
            );
            addedSince =
            [
                .. version
                    .Parts.Select(part => part.Ordinal)
                    .Where(ordinal => named.GetValueOrDefault(ordinal)?.Before is not { } before || addedSince.Contains(before)),
            ];
        }

        return new MaterialChanges(material, removed);
    }
}
