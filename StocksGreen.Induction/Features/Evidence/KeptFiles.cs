using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Files;

namespace StocksGreen.Induction.Features.Evidence;

/// <summary>The originals and pictures of published versions: whether each has the bytes that were sealed, and whether any is missing or too many.</summary>
internal sealed class KeptFiles(InductionDb db) : IClaimedRows
{
    private readonly Dictionary<string, int> sizes = new(StringComparer.Ordinal);
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> unclaimed = new(StringComparer.Ordinal);
    private bool mayBeUnknown;

    /// <summary>A file that no publication sealed; no entry can be named for it.</summary>
    public ChainVerdict.Broken? FirstUnsealed =>
        unclaimed.Count > 0 && !mayBeUnknown
            ? new ChainVerdict.Broken(0, $"A file is stored under {unclaimed.Order(StringComparer.Ordinal).First()}, and no version was published with it.")
            : null;

    /// <summary>Reads them one by one: they are large, so only what is known of each is kept.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var written = new CanonicalRowCheck<PolicyFile>(db);
        foreach (var hash in await db.Database.SqlQuery<string>($"SELECT Sha256 AS Value FROM PolicyFiles").ToListAsync(cancellationToken))
        {
            unclaimed.Add(hash);
            try
            {
                var file = await db.PolicyFiles.AsNoTracking().SingleAsync(row => row.Sha256 == hash, cancellationToken);
                sizes[hash] = file.Content.Length;
                if (!file.IsWhole || !written.Stands(file))
                {
                    changed.Add(hash);
                }
            }
            catch (Exception fault) when (VerifyEvidence.IsUnreadable(fault))
            {
                changed.Add(hash);
            }
        }
    }

    /// <inheritdoc/>
    public string? Take(EvidenceEntry entry)
    {
        if (entry.Payload is null)
        {
            // Which files it sealed can no longer be said.
            mayBeUnknown = true;
            return null;
        }

        var facts = PublicationFacts.Parse(entry.Payload);
        var original = facts.Original;
        return facts.Pictures.Select(hash => Fault(hash, "A picture of the text")).FirstOrDefault(fault => fault is not null)
            ?? (original is null ? null : Fault(original.Sha256, "The original document"))
            ?? (original is null || sizes[original.Sha256] == original.Bytes ? null : "The original document has another length than was sealed.");
    }

    private string? Fault(string hash, string what)
    {
        unclaimed.Remove(hash);
        return !sizes.ContainsKey(hash) && !changed.Contains(hash) ? $"{what} is gone."
            : changed.Contains(hash) ? $"{what} is not the one that was published."
            : null;
    }
}
