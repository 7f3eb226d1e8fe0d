using Microsoft.Data.Sqlite;
using StocksGreen.Induction.Cli.Demo;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>The demonstration, made once a run and copied for every application that is started: copying takes no time, and no test sees another's school.</summary>
internal static class DemoStore
{
    /// <summary>When all these schools are: the morning of the second Monday of the autumn term, 08:50 in London.</summary>
    internal static readonly DateTimeOffset Now = new(2026, 9, 14, 7, 50, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<DataFolder>> Begun = new(() => FillAsync([]));

    private static readonly Lazy<Task<DataFolder>> Whole = new(() => FillAsync(DemoPolicyList.Policies));

    /// <returns>A folder of its own under the system's temporary one; delete it with <see cref="Delete"/>.</returns>
    /// <param name="whole">True for the school with all its policies, false for one that has the Social Media Policy alone.</param>
    internal static async Task<DataFolder> CopyAsync(bool whole = false)
    {
        var filled = await (whole ? Whole : Begun).Value;
        var copy = Empty();
        File.Copy(filled.Database, copy.Database);
        return copy;
    }

    /// <summary>A folder in which no school is set up.</summary>
    internal static DataFolder Empty() => DataFolder.At(Directory.CreateTempSubdirectory("stocksgreen-test-").FullName);

    internal static void Delete(DataFolder folder)
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder.FolderPath, recursive: true);
    }

    private static async Task<DataFolder> FillAsync(IReadOnlyList<DemoPolicy> policies)
    {
        var folder = Empty();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(folder);
        await new DemoCommand(Wiring.AddEverything, (_, _, _) => Task.FromResult(0)).FillAsync(folder, Now, policies, CancellationToken.None);

        // The last connection to close folds the write-ahead log into the one file that is then copied.
        SqliteConnection.ClearAllPools();
        return folder;
    }
}
