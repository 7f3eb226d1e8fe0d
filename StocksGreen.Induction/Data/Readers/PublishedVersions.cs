using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>
/// The published versions, kept in memory once read: what is published never changes, and reading forty policies from their JSON for every
/// page would be most of its time. A check of the evidence reads the file itself and never asks here.
/// </summary>
public sealed class PublishedVersions
{
    private readonly ConcurrentDictionary<VersionId, PolicyVersion> versions = new();

    internal async Task<IReadOnlyList<PolicyVersion>> ReadAsync(InductionDb db, CancellationToken cancellationToken)
    {
        // The table is asked which there are, so that a version of a write that was rolled back is not among them.
        var ids = await db.Versions.AsNoTracking().OrderBy(version => version.PublishedAt).Select(version => version.Id).ToListAsync(cancellationToken);
        var missing = ids.Where(id => !versions.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            foreach (var version in await db.Versions.AsNoTracking().Where(version => missing.Contains(version.Id)).ToListAsync(cancellationToken))
            {
                versions[version.Id] = version;
            }
        }

        return [.. ids.Select(id => versions[id])];
    }
}
