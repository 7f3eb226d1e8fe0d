namespace StocksGreen.Induction.Cli;

/// <summary>The file that a command is about, and what it prints about it.</summary>
internal static class InputFile
{
    /// <param name="noun">What such a file is called at the beginning of a sentence: "A staff list".</param>
    /// <param name="instead">What to do where a folder was named.</param>
    /// <returns>The bytes, or the sentence that says why there are none.</returns>
    internal static async Task<(byte[]? Bytes, string? Refusal)> ReadAsync(
        string path,
        long largest,
        string noun,
        string instead,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (Directory.Exists(path))
            {
                return (null, $"{path} is a folder. {instead}");
            }

            if (new FileInfo(path) is { Exists: true } file && file.Length > largest)
            {
                return (null, $"{path} has {file.Length / 1_048_576} MB. {noun} has at most {largest / 1_048_576} MB.");
            }

            return (await File.ReadAllBytesAsync(path, cancellationToken), null);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, $"There is no file {path}.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, $"{path} cannot be read: {fault.Message}");
        }
    }

    /// <summary>UTF-8 without a byte order mark, whatever the console's own encoding.</summary>
    internal static async Task PrintAsync(string text, CancellationToken cancellationToken)
    {
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text + "\n"), cancellationToken);
    }
}
