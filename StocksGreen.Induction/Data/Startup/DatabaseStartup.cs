using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace StocksGreen.Induction.Data.Startup;

/// <summary>Brings the database to the shape that this program knows.</summary>
public static class DatabaseStartup
{
    /// <summary>Makes or migrates the database. Call it while holding the <see cref="DatabaseLock"/>.</summary>
    /// <exception cref="OperatorException">The file is no database, or a newer program made it.</exception>
    public static async Task PrepareAsync(IDbContextFactory<InductionDb> factory, DataFolder folder, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        try
        {
            await RefuseNewerAsync(db, folder, cancellationToken);
            await db.Provider.MigrateAsync(db, cancellationToken);
        }
        catch (DbException fault) when (db.Provider.FaultOf(fault) is DatabaseFault.Unreadable)
        {
            throw new OperatorException(
                $"{folder.Database} is not a database that can be read. Restore your last back-up, or move the whole data folder away to start afresh.",
                fault
            );
        }
        catch (DbException fault) when (db.Provider.FaultOf(fault) is DatabaseFault.NotWritable or DatabaseFault.Busy)
        {
            throw new OperatorException($"{folder.Database} cannot be opened for writing: {fault.Message}", fault);
        }
    }

    /// <summary>Whether there is a database of an earlier program.</summary>
    public static async Task<bool> IsToBeMigratedAsync(IDbContextFactory<InductionDb> factory, DataFolder folder, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        try
        {
            return File.Exists(folder.Database) && (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        }
        catch (DbException)
        {
            // What is wrong with it is told where it is prepared.
            return false;
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
}
