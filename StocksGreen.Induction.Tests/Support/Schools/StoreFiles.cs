using Microsoft.Data.Sqlite;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>Folders of stores that live as long as one test: made, copied, let go of and deleted, and never another test's.</summary>
internal static class StoreFiles
{
    private const string Memory = "/dev/shm";
    private const long EnoughMemory = 1L << 30;

    // A test's stores go through hundreds of commits, and each waits for the disk. In memory SQLite does the same work and no one waits.
    private static readonly string Place =
        Directory.Exists(Memory) && new DriveInfo(Memory) is { IsReady: true, AvailableFreeSpace: > EnoughMemory } ? Memory : Path.GetTempPath();

    /// <summary>A folder that is there and empty.</summary>
    internal static DataFolder New() => DataFolder.At(Directory.CreateDirectory(Path.Combine(Place, $"stocksgreen-test-{Guid.NewGuid():N}")).FullName);

    /// <summary>A folder that goes when the run ends: what many tests copy from, made by one of them.</summary>
    internal static DataFolder NewForTheRun()
    {
        var folder = New();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(folder);
        return folder;
    }

    /// <summary>A store of its own with the same database.</summary>
    /// <param name="withKeys">True for the keys that sign and protect as well; false as for someone who has the database alone.</param>
    internal static DataFolder Copy(DataFolder store, bool withKeys)
    {
        var copy = New();
        Copy(store, copy, withKeys);
        return copy;
    }

    /// <param name="copy">A folder that is there and empty.</param>
    internal static void Copy(DataFolder store, DataFolder copy, bool withKeys)
    {
        File.Copy(store.Database, copy.Database);
        if (withKeys)
        {
            Directory.CreateDirectory(copy.Keys);
            foreach (var key in Directory.GetFiles(store.Keys))
            {
                File.Copy(key, Path.Combine(copy.Keys, Path.GetFileName(key)));
            }
        }
    }

    /// <summary>
    /// Closes the connections that wait to be used again; the last one to close folds the write-ahead log into the file. Those of other stores stay.
    /// </summary>
    internal static void Close(DataFolder store)
    {
        foreach (var mode in (SqliteOpenMode[])[SqliteOpenMode.ReadOnly, SqliteOpenMode.ReadWriteCreate])
        {
            // A pool is found by the very words of its connections.
            Close(new SqliteConnectionStringBuilder { DataSource = store.Database, Mode = mode }.ToString());
        }

        Close($"Data Source={store.Database}");
    }

    internal static void Delete(DataFolder store)
    {
        Close(store);
        Directory.Delete(store.FolderPath, recursive: true);
    }

    private static void Close(string connectionString)
    {
        using var one = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(one);
    }
}
