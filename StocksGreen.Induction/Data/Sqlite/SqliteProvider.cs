using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Data.Sqlite;

/// <summary>A store in one SQLite file.</summary>
[SuppressMessage("Security", "EF1002:Risk of vulnerability to SQL injection", Justification = "Names of our own tables.")]
public sealed class SqliteProvider : IDatabaseProvider, IDisposable
{
    // How long anyone waits while another program holds the database; after it the person is told and nothing was saved.
    private const int SecondsOfPatience = 5;

    private static readonly ConnectionSettings Settings = new();

    private readonly ConcurrentDictionary<string, string> opened = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TakenFile> taken = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string IgnoresCase => "NOCASE";

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder options, StoreLocation location)
    {
        var connection = Connection(location.Folder.Database, location.MayWrite ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadOnly);
        opened[connection] = connection;
        options
            .UseSqlite(connection)
            .AddInterceptors(Settings)
            // Whoever asked is told by the exception; an error in the log is what nobody dealt with.
            .ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandError, LogLevel.Warning)));
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
        var path = db.Database.GetDbConnection().DataSource;
        _ = taken.GetOrAdd(path, static path => new TakenFile(Connection(path, SqliteOpenMode.ReadOnly, isPooled: false)));
    }

    /// <inheritdoc/>
    public async Task<DatabaseFault?> LookAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        if (!File.Exists(folder.Database) || (taken.TryGetValue(folder.Database, out var file) && file.HasMoved))
        {
            return DatabaseFault.Moved;
        }

        // Before SQLite opens it: of a file that was emptied it would take away the log next to it, which may hold the last that was signed.
        if (!await IsWholeAsync(folder.Database, cancellationToken))
        {
            return DatabaseFault.Unreadable;
        }

        try
        {
            await using var connection = new SqliteConnection(Connection(folder.Database, SqliteOpenMode.ReadOnly, isPooled: false));
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT (SELECT Name FROM School) || (SELECT Hash FROM Evidence ORDER BY Number DESC LIMIT 1)";
            await command.ExecuteScalarAsync(cancellationToken);
            return null;
        }
        catch (SqliteException fault)
        {
            // A table that is not there is a database of something else.
            return fault.SqliteErrorCode is raw.SQLITE_ERROR ? DatabaseFault.Unreadable : FaultOf(fault);
        }
    }

    /// <inheritdoc/>
    public async Task CopyAsync(DataFolder folder, string file, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(Connection(folder.Database, SqliteOpenMode.ReadWrite, isPooled: false));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO @file";
        command.CommandTimeout = 0; // as long as it takes: no one waits for it
        command.Parameters.AddWithValue("@file", file);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string?> DamageAsync(InductionDb db, bool isThorough, CancellationToken cancellationToken)
    {
        try
        {
            var found = await db
                .Database.SqlQueryRaw<string>(
                    isThorough
                        ? "SELECT integrity_check AS Value FROM pragma_integrity_check LIMIT 1"
                        : "SELECT quick_check AS Value FROM pragma_quick_check LIMIT 1"
                )
                .ToListAsync(cancellationToken);
            return found is ["ok"] ? null : found.FirstOrDefault() ?? "no answer";
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is raw.SQLITE_CORRUPT)
        {
            return fault.Message;
        }
    }

    /// <inheritdoc/>
    public Task<string?> ShapeFaultAsync(InductionDb db, CancellationToken cancellationToken) => DatabaseShape.FaultAsync(db, cancellationToken);

    /// <inheritdoc/>
    public Task CheckpointAsync(InductionDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(PASSIVE)", cancellationToken);

    /// <inheritdoc/>
    public void Release(DataFolder folder)
    {
        if (taken.TryRemove(folder.Database, out var file))
        {
            file.Dispose();
        }

        foreach (var mode in (SqliteOpenMode[])[SqliteOpenMode.ReadOnly, SqliteOpenMode.ReadWriteCreate])
        {
            using var any = new SqliteConnection(Connection(folder.Database, mode));
            SqliteConnection.ClearPool(any);
        }
    }

    /// <inheritdoc/>
    public DatabaseFault FaultOf(DbException fault) =>
        (fault as SqliteException)?.SqliteErrorCode switch
        {
            raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => DatabaseFault.Unreadable,
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => DatabaseFault.Busy,
            raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_FULL or raw.SQLITE_IOERR => DatabaseFault.NotWritable,
            _ => DatabaseFault.Other,
        };

    /// <inheritdoc/>
    public async Task WaitBrieflyAsync(InductionDb db, CancellationToken cancellationToken)
    {
        // Of this opening alone: the next one of a pooled connection has the usual settings again.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA busy_timeout=250", cancellationToken);
        db.Database.SetCommandTimeout(TimeSpan.FromSeconds(1));
    }

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
        new SqliteBulkLoad(new SqliteConnection(Connection(folder.Database, SqliteOpenMode.ReadWriteCreate, isPooled: false)), tables);

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
        foreach (var file in taken.Values)
        {
            file.Dispose();
        }

        foreach (var connection in opened.Keys)
        {
            using var any = new SqliteConnection(connection);
            SqliteConnection.ClearPool(any);
        }
    }

    /// <summary>
    /// Whether the file begins as a database and is as long as its head says. A checkpoint writes the head first and the rest after it, so a file that is
    /// growing is looked at again.
    /// </summary>
    private static async Task<bool> IsWholeAsync(string path, CancellationToken cancellationToken)
    {
        const int Looks = 4;
        const long LargestPage = 65_536; // written as 1, for it does not fit
        var head = new byte[100];
        for (var look = 1; look <= Looks; look++)
        {
            if (look > 1)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }

            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (
                await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken) < head.Length
                || !head.AsSpan().StartsWith("SQLite format 3\0"u8)
            )
            {
                return false;
            }

            var (size, pages) = (BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(28)));
            if (pages > 0 && file.Length >= pages * (size == 1 ? LargestPage : size))
            {
                return true;
            }
        }

        return false;
    }

    private static string Connection(string path, SqliteOpenMode mode, bool isPooled = true) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = isPooled,
            DefaultTimeout = SecondsOfPatience,
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
