using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace StocksGreen.Induction.Data.Sqlite;

/// <summary>Triggers and indexes of the filled tables are taken away for the time of filling, and nothing waits for the disk.</summary>
internal sealed class SqliteBulkLoad : IBulkLoad
{
    private readonly SqliteConnection connection;
    private readonly IReadOnlyList<string> setAside;

    internal SqliteBulkLoad(SqliteConnection connection, IReadOnlyList<string> tables)
    {
        this.connection = connection;
        connection.Open();
        Run("PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-400000; PRAGMA temp_store=MEMORY;");
        setAside = SetAside(tables);
    }

    public DbConnection Connection => connection;

    public void Complete()
    {
        foreach (var sql in setAside)
        {
            Run(sql);
        }

        Run("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);");
    }

    public void Dispose() => connection.Dispose();

    private List<string> SetAside(IReadOnlyList<string> tables)
    {
        var made = new List<(string Kind, string Name, string Sql)>();
        using (var command = connection.CreateCommand())
        {
#pragma warning disable CA2100 // Names of our own tables.
            command.CommandText =
                "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name IN "
                + $"({string.Join(", ", tables.Select(table => $"'{table}'"))})";
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                made.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
            }
        }

        made.ForEach(one => Run($"DROP {one.Kind} \"{one.Name}\""));
        return [.. made.Select(one => one.Sql)];
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Our own words, and what the store's own schema says.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
