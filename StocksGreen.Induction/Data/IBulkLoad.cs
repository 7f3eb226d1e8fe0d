using System.Data.Common;

namespace StocksGreen.Induction.Data;

/// <summary>Fills a store with many rows at once. One that is disposed of before its end is to be thrown away.</summary>
public interface IBulkLoad : IDisposable
{
    DbConnection Connection { get; }

    /// <summary>Makes again what was set aside for the time of filling, as it was, and writes everything to the disk.</summary>
    void Complete();
}
