using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Permissions;

namespace StocksGreen.Induction.Features.Reading.OnPaper;

/// <summary>Keeps a scan while the rest of its form is put right.</summary>
public sealed class KeptScans(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>The scan of a form: the one that was sent with it, else the one that was kept of an earlier round.</summary>
    /// <returns>No bytes where there is none, or it is too large.</returns>
    public async Task<(string Name, byte[] Content)> ReadAsync(Actor actor, IFormFile? sent, Guid? kept, CancellationToken cancellationToken)
    {
        if (sent is { Length: > 0 and <= PaperScan.LargestInBytes })
        {
            using var bytes = new MemoryStream();
            await sent.CopyToAsync(bytes, cancellationToken);
            return (Path.GetFileName(sent.FileName), bytes.ToArray());
        }

        return sent is null or { Length: 0 } && kept is { } id && await FindAsync(actor, id, cancellationToken) is { } scan
            ? (scan.FileName, scan.Content)
            : (Path.GetFileName(sent?.FileName ?? ""), []);
    }

    /// <summary>Keeps it for the next round.</summary>
    /// <returns>Under which id; null where it is no scan that could be recorded.</returns>
    public async Task<Guid?> KeepAsync(Actor actor, string name, byte[] content, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepInduction(actor) || PaperScan.MediaTypeOf(content) is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var old = now - KeptScan.KeptFor;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.KeptScans.Where(row => row.At < old || row.By == actor.StaffId).ExecuteDeleteAsync(cancellationToken);
        var scan = new KeptScan(actor.StaffId, now, name, content);
        db.KeptScans.Add(scan);
        await db.SaveChangesAsync(cancellationToken);
        return scan.Id;
    }

    /// <summary>What was kept for someone is recorded, and no longer needed.</summary>
    public async Task ForgetAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.KeptScans.Where(row => row.By == actor.StaffId).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<KeptScan?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.KeptScans.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.By == actor.StaffId, cancellationToken);
    }
}
