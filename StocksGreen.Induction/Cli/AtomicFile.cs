namespace StocksGreen.Induction.Cli;

/// <summary>Files of the command line: whole or not at all, for one that is cut short must not be taken for a report.</summary>
internal static class AtomicFile
{
    /// <summary>Writes next to the file's name and takes the name only when all is on the disk.</summary>
    /// <exception cref="IOException">It cannot be written; nothing is left of it.</exception>
    internal static async Task WriteAsync(string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var half = path + ".part";
        try
        {
            await using (var file = new FileStream(half, FileMode.Create, FileAccess.Write))
            {
                await write(file);
                await file.FlushAsync(cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(half, path, overwrite: true);
        }
        catch
        {
            File.Delete(half);
            throw;
        }
    }

    internal static Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken) =>
        WriteAsync(path, file => file.WriteAsync(content, cancellationToken).AsTask(), cancellationToken);
}
