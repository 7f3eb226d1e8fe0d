using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>
/// Tells who did what: one line at the end of whatever is done. It is no evidence and never stops what it tells of; where it cannot be written the server's own
/// log says so.
/// </summary>
public sealed class AccessLog(
    IDbContextFactory<InductionDb> factory,
    IHttpContextAccessor request,
    AccessBursts bursts,
    TimeProvider clock,
    ILogger<AccessLog> log
)
{
    private const string NoRequest = "the server itself";

    /// <summary>Adds a line, with where the request came from.</summary>
    /// <param name="by">Who did it; null where nobody is signed in, or the program does it.</param>
    /// <param name="about">Whom it concerns, if another person or nobody is signed in.</param>
    /// <param name="what">More about it: "as PDF". No names and no e-mail addresses: those stand in the store alone.</param>
    /// <returns>False where it could not be written.</returns>
    public async Task<bool> AddAsync(AccessAct act, StaffId? by, StaffId? about = null, string what = "")
    {
        IReadOnlyList<AccessEntry> lines = [];
        try
        {
            var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
            var (place, address) = Origin();
            var person = by is { Value: var id } && id != Guid.Empty ? by : null;
            lines = bursts.Take(new AccessEntry(now, act, person, about, what, place, address));
            await WriteAsync(lines);
            return true;
        }
        catch (Exception fault)
        {
            log.LogError(fault, "The access log could not be written: {Act}.", act);
            foreach (var line in lines)
            {
                bursts.Forget(line);
            }

            return false;
        }
    }

    /// <summary>Writes what was only counted so far.</summary>
    /// <param name="all">True also for what still goes on, as when the log is read or the server stops.</param>
    public async Task FlushAsync(bool all)
    {
        try
        {
            await WriteAsync(bursts.TakeCounted(EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()), all));
        }
        catch (Exception fault)
        {
            log.LogError(fault, "What was counted for the access log could not be written.");
        }
    }

    private async Task WriteAsync(IReadOnlyList<AccessEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        // What was done is told even if its browser is gone, so nothing cancels this.
        await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
        db.AccessEntries.AddRange(entries);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private (string? Place, string? Address) Origin()
    {
        try
        {
            return request.HttpContext is { } context
                ? (RequestOrigin.Browser(context.Request.Headers.UserAgent.ToString()), RequestOrigin.Address(context))
                : (NoRequest, null);
        }
        catch (ObjectDisposedException)
        {
            // A live page may outlast the request that opened it.
            return (null, null);
        }
    }
}
