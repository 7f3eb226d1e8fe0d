namespace StocksGreen.Induction.Data.Startup;

/// <summary>Makes sure that one server at a time writes to a database: the chain of evidence has one end.</summary>
/// <remarks>An open file that no one else may open. The operating system lets go of it when the process ends, however it ends.</remarks>
public sealed class DatabaseLock : IDisposable
{
    // ERROR_SHARING_VIOLATION, and EWOULDBLOCK of Linux and of macOS.
    private static readonly int[] InUse = [unchecked((int)0x80070020), 11, 35];

    private readonly FileStream file;

    private DatabaseLock(FileStream file) => this.file = file;

    /// <exception cref="OperatorException">Another server holds it, or the folder cannot be written.</exception>
    public static DatabaseLock Take(DataFolder folder)
    {
        try
        {
            // Names, signatures and keys: for the account that runs the server and for no one else.
            _ = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(folder.FolderPath)
                : Directory.CreateDirectory(folder.FolderPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"The data folder {folder.FolderPath} cannot be made: {fault.Message}", fault);
        }

        try
        {
            return new DatabaseLock(new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new OperatorException($"The data folder {folder.FolderPath} cannot be written: {fault.Message}", fault);
        }
        catch (IOException fault) when (!InUse.Contains(fault.HResult))
        {
            throw new OperatorException($"The data folder {folder.FolderPath} cannot be written: {fault.Message}", fault);
        }
        catch (IOException fault)
        {
            throw new OperatorException(
                $"Another server is already using the database in {folder.FolderPath}. Stop that one first, or give this one a folder of its own "
                    + "(Induction__DataFolder).",
                fault
            );
        }
    }

    public void Dispose() => file.Dispose();
}
