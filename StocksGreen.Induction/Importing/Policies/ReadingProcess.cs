using StocksGreen.Induction.Importing.Policies.Child;

namespace StocksGreen.Induction.Importing.Policies;

/// <summary>What the process that reads a document does: a question in, an answer out. It opens no settings, no store and no network.</summary>
public static class ReadingProcess
{
    /// <returns>The exit code of the process: 0 where an answer was given.</returns>
    /// <exception cref="InvalidDataException">What came is no question.</exception>
    public static async Task<int> RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        try
        {
            using var asked = new MemoryStream();
            await input.CopyToAsync(asked, cancellationToken);
            var (fileName, file) = ImportMessage.ReadAsk(asked.GetBuffer().AsMemory(0, (int)asked.Length));
            await output.WriteAsync(ImportMessage.Answer(PolicyImport.Parse(file, fileName)), cancellationToken);
            await output.FlushAsync(cancellationToken);
            return 0;
        }
        catch (OutOfMemoryException)
        {
            return SeparateProcess.OutOfMemory;
        }
    }
}
