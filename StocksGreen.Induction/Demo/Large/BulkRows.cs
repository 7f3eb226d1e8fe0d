using System.Data.Common;
using System.Globalization;

namespace StocksGreen.Induction.Demo.Large;

/// <summary>Writes rows of one table with one prepared statement.</summary>
internal sealed class BulkRows : IDisposable
{
    private readonly DbCommand command;

    internal BulkRows(DbConnection connection, string table, params string[] columns)
    {
        command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own tables.
        command.CommandText =
            $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES "
            + $"({string.Join(", ", columns.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}")))})";
#pragma warning restore CA2100
        for (var index = 0; index < columns.Length; index++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{index}");
            command.Parameters.Add(parameter);
        }
    }

    internal void Add(params object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();
}
