using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace StocksGreen.Induction.Data.Sqlite;

/// <summary>Settings that SQLite keeps for a connection and not for the file.</summary>
internal sealed class ConnectionSettings : DbConnectionInterceptor
{
    // FULL: a signature that was answered is on the disk, whatever happens to the power. The wait is for a reader that checkpoints.
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
