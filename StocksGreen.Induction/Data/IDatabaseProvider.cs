using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Entities;

namespace StocksGreen.Induction.Data;

/// <summary>All that depends on which database a store is kept in. Everything else goes through Entity Framework, or through SQL that every
/// database knows.</summary>
public interface IDatabaseProvider
{
    /// <summary>Name of a collation to which letters are the same in either case, for <c>EF.Functions.Collate</c>.</summary>
    string IgnoresCase { get; }

    /// <summary>Leads contexts to the database of a store, with the settings that every connection needs.</summary>
    void Configure(DbContextOptionsBuilder options, StoreLocation location);

    /// <summary>Adds to the tables what no other database is told in the same words.</summary>
    void Shape(ModelBuilder model);

    /// <summary>Makes or migrates the database. The caller holds the lock on its folder, so no one else is at it.</summary>
    Task MigrateAsync(InductionDb db, CancellationToken cancellationToken);

    /// <summary>What the database complains of.</summary>
    DatabaseFault FaultOf(DbException fault);

    /// <summary>For what is not worth waiting for: whatever this context does gives up within about a second where another holds the database.</summary>
    Task WaitBrieflyAsync(InductionDb db, CancellationToken cancellationToken);

    /// <summary>Writes the database as it is at one moment into a file of its own, whole and without a log next to it, also while people sign.</summary>
    /// <param name="file">Path of a file that is not there yet.</param>
    /// <exception cref="DbException">The database is damaged, or there is no room.</exception>
    Task CopyAsync(DataFolder folder, string file, CancellationToken cancellationToken);

    /// <summary>Looks through the pages of the database for what a bad disk or a torn copy leaves behind.</summary>
    /// <param name="isThorough">True to compare the indexes with their rows too, which takes longer.</param>
    /// <returns>The first thing that is wrong, in the words of the database; null where nothing is.</returns>
    Task<string?> DamageAsync(InductionDb db, bool isThorough, CancellationToken cancellationToken);

    /// <summary>Compares the tables, indexes, triggers and views with those that this program's own migrations make.</summary>
    /// <returns>A sentence on the first that is missing, another or too many; null where none is.</returns>
    Task<string?> ShapeFaultAsync(InductionDb db, CancellationToken cancellationToken);

    /// <summary>Brings what was written lately into the database's own file, so that a copy of that file alone lacks little. No one waits for it.</summary>
    Task CheckpointAsync(InductionDb db, CancellationToken cancellationToken);

    /// <summary>Lets go of the files of a store, which may then be moved and deleted.</summary>
    void Release(DataFolder folder);

    /// <summary>Opens the database at its path as if no one had it open, and reads a row of it.</summary>
    /// <param name="folder">Of a store that was migrated here: its database is known from another that is put in its place.</param>
    /// <returns>What is wrong with it; null where nothing is.</returns>
    Task<DatabaseFault?> LookAsync(DataFolder folder, CancellationToken cancellationToken);

    /// <summary>Begins to read one moment of the store, also while people sign; no one waits for it.</summary>
    /// <param name="db">Its connection is open.</param>
    /// <returns>The moment; it ends when it is disposed of.</returns>
    Task<IAsyncDisposable> BeginSnapshotAsync(InductionDb db, CancellationToken cancellationToken);

    /// <summary>Counts again what tables hold. Without figures the database takes each index to be as good as another.</summary>
    Task RefreshStatisticsAsync(InductionDb db, IReadOnlyList<string> tables, CancellationToken cancellationToken);

    /// <summary>The lines, gone to from their people. Left to itself the database walks through all lines in the order asked for.</summary>
    IQueryable<RequirementLine> LinesFromPeople(InductionDb db);

    /// <summary>The entries of evidence that the rows of a table claim, whatever someone wrote there.</summary>
    /// <returns>Each once; null for what is no whole number.</returns>
    Task<IReadOnlyList<long?>> ClaimedEntriesAsync(InductionDb db, string table, CancellationToken cancellationToken);

    /// <summary>A question that asks whether a row is stored letter for letter as it is given, and answers with the number 1 or 0.</summary>
    /// <param name="columns">In the order of its parameters <c>@p0</c>, <c>@p1</c> …</param>
    string StoredAsGiven(string table, IEnumerable<string> columns);

    /// <summary>Opens a store that is being made to be filled with many rows at once. Nothing else uses it meanwhile.</summary>
    /// <param name="tables">The ones that are filled: what checks and finds their rows is made at the end, over all of them.</param>
    IBulkLoad BeginBulkLoad(DataFolder folder, IReadOnlyList<string> tables);

    /// <summary>By which way the database answers a query, one step a line.</summary>
    Task<IReadOnlyList<string>> ExplainAsync(DbCommand query, CancellationToken cancellationToken);
}
