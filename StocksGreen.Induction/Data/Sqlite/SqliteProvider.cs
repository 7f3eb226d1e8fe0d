using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Data.Sqlite;

/// <summary>A store in one SQLite file.</summary>
[SuppressMessage("Security", "EF1002:Risk of vulnerability to SQL injection", Justification = "Names of our own tables.")]
public sealed class SqliteProvider : IDatabaseProvider, IDisposable
{
    private readonly ConcurrentDictionary<string, string> opened = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string IgnoresCase => "NOCASE";

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder options, DataFolder folder, bool mayWrite)
    {
        var connection = Connection(folder, mayWrite ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadOnly);
        opened[connection] = connection;
        options.UseSqlite(connection).AddInterceptors(new ConnectionSettings());
    }

    /// <inheritdoc/>
    public void Shape(ModelBuilder model) => model.Entity<StaffMember>().Property(person => person.StaffNumber).UseCollation(IgnoresCase);

    /// <inheritdoc/>
    public async Task MigrateAsync(InductionDb db, CancellationToken cancellationToken)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await ClearStaleMigrationLockAsync(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }

    /// <inheritdoc/>
    public DatabaseFault FaultOf(DbException fault) =>
        (fault as SqliteException)?.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => DatabaseFault.Unreadable,
            SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR =>
                DatabaseFault.NotWritable,
            _ => DatabaseFault.Other,
        };

    /// <inheritdoc/>
    public async Task<IAsyncDisposable> BeginSnapshotAsync(InductionDb db, CancellationToken cancellationToken)
    {
        var moment = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(moment, cancellationToken);
        return moment;
    }

    /// <inheritdoc/>
    public Task RefreshStatisticsAsync(InductionDb db, IReadOnlyList<string> tables, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync($"PRAGMA analysis_limit=1000; {string.Concat(tables.Select(table => $"ANALYZE {table}; "))}", cancellationToken);

    /// <inheritdoc/>
    public IQueryable<RequirementLine> LinesFromPeople(InductionDb db) =>
        db.RequirementLines.FromSqlRaw("SELECT * FROM RequirementLines INDEXED BY sqlite_autoindex_RequirementLines_1");

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long?>> ClaimedEntriesAsync(InductionDb db, string table, CancellationToken cancellationToken) =>
        await db
            .Database.SqlQueryRaw<long?>($"SELECT DISTINCT CASE typeof(EvidenceNumber) WHEN 'integer' THEN EvidenceNumber END AS Value FROM \"{table}\"")
            .ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public string StoredAsGiven(string table, IEnumerable<string> columns) =>
        $"SELECT EXISTS (SELECT 1 FROM \"{table}\" WHERE {string.Join(" AND ", columns.Select((column, index) => $"\"{column}\" IS @p{index}"))})";

    /// <inheritdoc/>
    public IBulkLoad BeginBulkLoad(DataFolder folder, IReadOnlyList<string> tables) =>
        new SqliteBulkLoad(new SqliteConnection(Connection(folder, SqliteOpenMode.ReadWriteCreate, isPooled: false)), tables);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ExplainAsync(DbCommand query, CancellationToken cancellationToken)
    {
        await using var explain = query.Connection!.CreateCommand();
        explain.Transaction = query.Transaction;
#pragma warning disable CA2100 // The program's own query.
        explain.CommandText = "EXPLAIN QUERY PLAN " + query.CommandText;
#pragma warning restore CA2100
        foreach (DbParameter parameter in query.Parameters)
        {
            var copy = explain.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            explain.Parameters.Add(copy);
        }

        var steps = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    /// <summary>Lets go of the files, which may then be moved and deleted: closed connections are kept open for the next who asks.</summary>
    public void Dispose()
    {
        foreach (var connection in opened.Keys)
        {
            using var any = new SqliteConnection(connection);
            SqliteConnection.ClearPool(any);
        }
    }

    private static string Connection(DataFolder folder, SqliteOpenMode mode, bool isPooled = true) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = folder.Database,
            Mode = mode,
            Pooling = isPooled,
        }.ToString();

    /// <summary>A server killed while it migrated leaves Entity Framework's lock row behind, and the next start would wait for ever.</summary>
    private static async Task ClearStaleMigrationLockAsync(InductionDb db, CancellationToken cancellationToken)
    {
        var tables = await db
            .Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (tables > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancellationToken);
        }
    }
}
