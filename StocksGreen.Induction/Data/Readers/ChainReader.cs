using Microsoft.EntityFrameworkCore.Infrastructure;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>Reads the chain of evidence through the memory that belongs to the store.</summary>
public static class ChainReader
{
    /// <summary>The whole chain, of which only what is new is read.</summary>
    public static Task<ReadChain> ReadChainAsync(this InductionDb db, CancellationToken cancellationToken) =>
        db.GetService<ChainMemory>().ReadAsync(db, cancellationToken);
}
