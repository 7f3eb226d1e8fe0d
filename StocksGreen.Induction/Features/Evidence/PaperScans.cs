using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Evidence;

/// <summary>The scans of signatures on paper: what is stored of each, next to what was recorded with its signature.</summary>
internal sealed class PaperScans(InductionDb db) : IClaimedRows
{
    private readonly Dictionary<AttestationId, Stored> scans = [];
    private bool hasUnreadable;

    /// <summary>A scan that belongs to no signature; no entry can be named for it.</summary>
    public ChainVerdict.Broken? FirstUnsealed =>
        hasUnreadable ? new ChainVerdict.Broken(0, "A scan cannot be read.")
        : scans.Count > 0 ? new ChainVerdict.Broken(0, $"A scan is stored for signature {scans.Keys.First()}, which recorded none.")
        : null;

    /// <summary>Reads them one by one: they are large, so only hashes are kept.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var written = new CanonicalRowCheck<PaperScan>(db);
        foreach (var id in await db.Database.SqlQuery<string>($"SELECT AttestationId AS Value FROM PaperScans").ToListAsync(cancellationToken))
        {
            if (Guid.TryParse(id, out var signature) && await ReadOneAsync(new AttestationId(signature), cancellationToken) is { } scan)
            {
                scans[scan.AttestationId] = new Stored(
                    scan.FileName,
                    Sha256Hex.Compute(scan.Content),
                    written.Stands(scan) && scan.MediaType == PaperScan.MediaTypeOf(scan.Content)
                );
            }
            else
            {
                hasUnreadable = true;
            }
        }
    }

    /// <summary>Takes the scan of a signature. Of one whose facts have been purged there is nothing to compare it with.</summary>
    public string? Take(EvidenceEntry entry)
    {
        var stored = Guid.TryParse(entry.Subject, out var signature) && scans.Remove(new AttestationId(signature), out var scan) ? scan : null;
        if (entry.Payload is not { } payload)
        {
            return null;
        }

        var recordedScan = AttestationFacts.Parse(payload).Paper is { } paper ? new Stored(paper.ScanName, paper.ScanHash, IsAsWritten: true) : null;
        return stored == recordedScan ? null : "The stored attestation is not the one that was recorded.";
    }

    private async Task<PaperScan?> ReadOneAsync(AttestationId signature, CancellationToken cancellationToken)
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
