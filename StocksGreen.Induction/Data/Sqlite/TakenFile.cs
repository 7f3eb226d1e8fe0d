using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace StocksGreen.Induction.Data.Sqlite;

/// <summary>The file that the program took for its database, held open to tell it from another that is put at its path later.</summary>
/// <remarks>
/// A connection goes on reading and writing its file after someone has moved it away. SQLite itself compares the two; where an open file cannot be moved, as
/// on Windows, it has no such question and says nothing.
/// </remarks>
internal sealed class TakenFile : IDisposable
{
    private const int HasMovedQuestion = 20; // SQLITE_FCNTL_HAS_MOVED

    private readonly SqliteConnection connection;

    internal TakenFile(string connectionString)
    {
        connection = new SqliteConnection(connectionString);
        connection.Open();
    }

    /// <summary>Whether its path leads to nothing, or to another file.</summary>
    internal bool HasMoved => FileControl(connection.Handle!, "main", HasMovedQuestion, out var hasMoved) == raw.SQLITE_OK && hasMoved != 0;

    public void Dispose() => connection.Dispose();

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(sqlite3 database, [MarshalAs(UnmanagedType.LPUTF8Str)] string schema, int question, out int answer);
}
