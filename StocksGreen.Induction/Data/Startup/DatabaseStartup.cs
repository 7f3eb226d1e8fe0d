using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace StocksGreen.Induction.Data.Startup;

/// <summary>Brings the database to the shape that this program knows.</summary>
public static class DatabaseStartup
{
    /// <summary>Makes or migrates the database. Call it while holding the <see cref="DatabaseLock"/>.</summary>
    /// <exception cref="OperatorException">The file is no database, or a newer program made it.</exception>
    public static async Task PrepareAsync(IDbContextFactory<InductionDb> factory, DataFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            await RefuseNewerAsync(db, folder, cancellationToken);
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                await ClearStaleMigrationLockAsync(db, cancellationToken);
                await db.Database.MigrateAsync(cancellationToken);
            }

            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw new OperatorException(
                $"{folder.Database} is not a database that can be read. Restore your last back-up of it, or move it away to start afresh.",
                fault
            );
        }
        catch (SqliteException fault)
            when (fault.SqliteErrorCode
                    is SQLitePCL.raw.SQLITE_CANTOPEN
                        or SQLitePCL.raw.SQLITE_READONLY
                        or SQLitePCL.raw.SQLITE_FULL
                        or SQLitePCL.raw.SQLITE_IOERR
            )
        {
            throw new OperatorException($"{folder.Database} cannot be opened for writing: {fault.Message}", fault);
        }
    }

    private static async Task RefuseNewerAsync(InductionDb db, DataFolder folder, CancellationToken cancellationToken)
    {
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations(), StringComparer.Ordinal);
        if (unknown.Any())
        {
            throw new OperatorException(
                $"{folder.Database} was made by a newer version of this program. Start that version, or restore a back-up from before it."
            );
        }
    }

    /// <summary>
    /// A server killed while it migrated leaves Entity Framework's lock row behind, and the next start would wait for ever. We hold our own lock, so no one
    /// else is at it.
    /// </summary>
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
