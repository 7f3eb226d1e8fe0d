using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Keeping;

/// <summary>The scans of signatures on paper: what is stored of each, beside what was sealed with its signature.</summary>
internal sealed class PaperScans
{
    private readonly Dictionary<AttestationId, Stored> scans = [];
    private bool hasUnreadable;

    /// <summary>A scan that belongs to no signature; no entry can be named for it.</summary>
    public ChainVerdict.Broken? FirstUnclaimed =>
        hasUnreadable ? new ChainVerdict.Broken(0, "A scan cannot be read.")
        : scans.Count > 0 ? new ChainVerdict.Broken(0, $"A scan is stored for signature {scans.Keys.First()}, which sealed none.") : null;

    /// <summary>Reads them one by one: they are large, so only hashes are kept.</summary>
    internal static async Task<PaperScans> ReadAsync(InductionDb db, CancellationToken cancellationToken)
    {
        var found = new PaperScans();
        var written = new AsWritten<PaperScan>(db);
        foreach (var id in await db.Database.SqlQuery<string>($"SELECT AttestationId AS Value FROM PaperScans").ToListAsync(cancellationToken))
        {
            if (Guid.TryParse(id, out var signature) && await ReadOneAsync(db, new AttestationId(signature), cancellationToken) is { } scan)
            {
                found.scans[scan.AttestationId] = new Stored(scan.FileName, Fingerprint.Of(scan.Content), written.Stands(scan) && scan.MediaType == PaperScan.MediaTypeOf(scan.Content));
            }
            else
            {
                found.hasUnreadable = true;
            }
        }

        return found;
    }

    /// <summary>Leaves out the scan of a signature whose facts have been purged: there is nothing to compare it with.</summary>
    internal void LeaveOut(AttestationId signature) => scans.Remove(signature);

    /// <summary>Takes the scan of a signature.</summary>
    /// <param name="paper">What was sealed; null for a signature on a screen, which has none.</param>
    /// <returns>True when what is stored is what was sealed.</returns>
    internal bool Take(AttestationId signature, AttestationFacts.PaperFacts? paper) =>
        (scans.Remove(signature, out var stored) ? stored : null) == (paper is null ? null : new Stored(paper.ScanName, paper.ScanHash, IsAsWritten: true));

    private static async Task<PaperScan?> ReadOneAsync(InductionDb db, AttestationId signature, CancellationToken cancellationToken)
    {
        try
        {
            return await db.PaperScans.AsNoTracking().SingleOrDefaultAsync(scan => scan.AttestationId == signature, cancellationToken);
        }
        catch (Exception fault) when (VerifyEvidence.IsUnreadable(fault))
        {
            return null;
        }
    }

    private sealed record Stored(string FileName, string Hash, bool IsAsWritten);
}
