using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Sqlite;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>
/// A copy of a store in memory, in the hands of someone with a tool: no triggers, no foreign keys, no indexes, and any column takes anything.
/// </summary>
internal sealed class OpenedStore : IDbContextFactory<InductionDb>, IDisposable
{
    private static readonly SqliteProvider Sqlite = new();

    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly DbContextOptions<InductionDb> options;

    /// <param name="services">Of the school, for what reads more than rows.</param>
    internal OpenedStore(DataFolder folder, IServiceProvider? services = null)
    {
        connection.Open();
        using (var file = new SqliteConnection($"Data Source={folder.Database};Mode=ReadOnly;Pooling=False"))
        {
            file.Open();
            file.BackupDatabase(connection);
        }

        options = new DbContextOptionsBuilder<InductionDb>().UseSqlite(connection).UseApplicationServiceProvider(services).Options;
        Run("PRAGMA foreign_keys=OFF; PRAGMA writable_schema=ON");
        Run(
            "DELETE FROM sqlite_master WHERE type = 'trigger'; DELETE FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL; UPDATE "
                + "sqlite_master SET sql = replace(sql, ' NOT NULL', '')"
        );
        // Another number makes SQLite read the schema again.
        Run("PRAGMA schema_version=4711; PRAGMA writable_schema=OFF");
    }

    public InductionDb CreateDbContext() => new(options, Sqlite);

    public void Dispose() => connection.Dispose();

    internal void Run(string sql, object? value = null)
    {
        using var command = Command(sql, value);
        command.ExecuteNonQuery();
    }

    internal T Read<T>(string sql) => Rows<T>(sql).Single();

    internal List<T> Rows<T>(string sql)
    {
        using var command = Command(sql, null);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(reader.GetFieldValue<T>(0));
        }

        return rows;
    }

    private SqliteCommand Command(string sql, object? value)
    {
#pragma warning disable CA2100 // The test writes the SQL.
        var command = new SqliteCommand(sql, connection);
#pragma warning restore CA2100
        if (sql.Contains("@value", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("@value", value ?? DBNull.Value);
        }

        return command;
    }
}
