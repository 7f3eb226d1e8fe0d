namespace StocksGreen.Induction.Data;

/// <summary>Files for this program's user alone.</summary>
public static class OwnFile
{
    /// <summary>Whole or not at all, and readable by no one else from its first byte.</summary>
    public static void Write(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var half = path + ".part";
        File.Delete(half);
        using (var file = new FileStream(half, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(half, path, overwrite: true);
    }

    /// <summary>Takes from everyone but this program's user what an earlier program, a copy or a restore gave them of a folder and all that is in it.</summary>
    /// <returns>What could not be closed, as on a disk that knows no such rights; null where nothing is open.</returns>
    public static string? Close(string folder)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(folder))
        {
            return null;
        }

        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        string? open = null;
        var inside = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", inside).Prepend(new DirectoryInfo(folder)))
        {
            var wanted = entry is DirectoryInfo ? own | UnixFileMode.UserExecute : own;
            try
            {
                if (!OperatingSystem.IsWindows() && entry.UnixFileMode != wanted)
                {
                    entry.UnixFileMode = wanted;
                }
            }
            catch (FileNotFoundException)
            {
                // SQLite took a file of its own away meanwhile.
            }
            catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
            {
                open ??= entry.FullName;
            }
        }

        return open;
    }

    /// <summary>Makes a folder that only this program's user may look into; one that is there stays as it is.</summary>
    public static void CreateFolder(string path) =>
        _ = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
