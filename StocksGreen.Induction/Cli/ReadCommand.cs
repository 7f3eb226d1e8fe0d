using StocksGreen.Induction.Importing.Policies;

namespace StocksGreen.Induction.Cli;

/// <summary>
/// <c>policy read</c> and <c>policy pages</c>: the process in which documents of strangers are read. No person calls it, so that no help names it; it starts
/// for every document, so that none of the other commands is built for it.
/// </summary>
public static class ReadCommand
{
    /// <returns>Null where the words ask for something else.</returns>
    public static async Task<int?> TryRunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        Func<Stream, Stream, CancellationToken, Task<int>>? run = arguments switch
        {
            ["policy", "read"] => ReadingProcess.RunAsync,
            ["policy", "pages"] => ReadingProcess.RunPagesAsync,
            _ => null,
        };
        if (run is null)
        {
            return null;
        }

        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        try
        {
            return await run(input, output, cancellationToken);
        }
        catch (InvalidDataException fault)
        {
            return CommandLine.Refuse(fault.Message);
        }
    }
}
