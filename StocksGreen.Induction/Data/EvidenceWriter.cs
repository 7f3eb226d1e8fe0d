using Microsoft.EntityFrameworkCore;

namespace StocksGreen.Induction.Data;

/// <summary>
/// Writes what proves something: one writer at a time, so that the chain has one end, in one transaction that takes the write lock before it
/// reads (SQLite's own queueing makes writers wait in steps of 150 ms; a gate in front of it does not).
/// </summary>
public sealed class EvidenceWriter(IDbContextFactory<InductionDb> factory) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Runs <paramref name="write"/>, saves and commits. When it throws, nothing of it is kept.</summary>
    /// <returns>What <paramref name="write"/> returned, once it is on the disk.</returns>
    public async Task<T> WriteAsync<T>(Func<InductionDb, EvidenceLog, Task<T>> write, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var result = await write(db, await EvidenceLog.OpenAsync(db, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
