using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Evidence;

/// <summary>The published versions by the entry whose subject each is. Their texts are long, so they are read one at a time.</summary>
internal sealed class ClaimedVersions(InductionDb db) : IClaimedRows
{
    private readonly CanonicalRowCheck<PolicyVersion> written = new(db);
    private readonly HashSet<string> unpublished = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A version that no entry published has no number to name.</summary>
    public ChainVerdict.Broken? FirstUnsealed =>
        unpublished.Count > 0 ? new ChainVerdict.Broken(0, $"Version {unpublished.First()} is stored, and no entry says that it was published.") : null;

    public async Task ReadAsync(CancellationToken cancellationToken) =>
        unpublished.UnionWith(await db.Database.SqlQuery<string>($"SELECT Id AS Value FROM PolicyVersions").ToListAsync(cancellationToken));

    /// <inheritdoc/>
    public string? Take(EvidenceEntry entry)
    {
        unpublished.Remove(entry.Subject);
        if (entry.Payload is null)
        {
            return null;
        }

        var facts = PublicationFacts.Parse(entry.Payload);
        var id = new VersionId(facts.Version);
        PolicyVersion? version;
        try
        {
            version = db.Versions.AsNoTracking().SingleOrDefault(row => row.Id == id);
        }
        catch (Exception fault) when (VerifyEvidence.IsUnreadable(fault))
        {
            return "The version that it published cannot be read.";
        }

        if (version is null)
        {
            return "The version that it published is gone.";
        }

        // The canonical Markdown of a bullet has no place for a label.
        if (
            version
                .Text.Sections.SelectMany(section => section.Blocks)
                .Concat(version.Text.Preamble)
                .SelectMany(block => BlockText.All([block]))
                .OfType<BulletList>()
                .Any(list => list.Items.Any(item => item.Label.Length > 0))
        )
        {
            return "The policy text is not the one that was published.";
        }

        if (!string.Equals(Sha256Hex.Compute(PolicyMarkdown.Whole(version.Text)), facts.TextHash, StringComparison.Ordinal))
        {
            return "The policy text is not the one that was published.";
        }

        return facts.AreOf(version) && written.Stands(version) ? null : "What is stored about the version is not what was published.";
    }
}
