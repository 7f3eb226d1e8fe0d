using StocksGreen.Induction.Importing.Policies.Child;
using StocksGreen.Induction.Importing.Policies.Pdf;

namespace StocksGreen.Induction.Importing.Policies;

/// <summary>What the process that reads a document does: a question in, an answer out. It opens no settings, no store and no network.</summary>
public static class ReadingProcess
{
    /// <returns>The exit code of the process: 0 where an answer was given.</returns>
    /// <exception cref="InvalidDataException">What came is no question.</exception>
    public static Task<int> RunAsync(Stream input, Stream output, CancellationToken cancellationToken) =>
        AnswerAsync(input, output, asked => ImportMessage.Answer(PolicyImport.Parse(asked.File, asked.FileName)), cancellationToken);

    /// <summary>The same for the pages of a PDF that is to be published as pictures.</summary>
    /// <returns>The exit code of the process: 0 where an answer was given.</returns>
    /// <exception cref="InvalidDataException">What came is no question.</exception>
    public static Task<int> RunPagesAsync(Stream input, Stream output, CancellationToken cancellationToken) =>
        AnswerAsync(input, output, asked => ImportMessage.Answer(PdfPages.Parse(asked.File)), cancellationToken);

    private static async Task<int> AnswerAsync(
        Stream input,
        Stream output,
        Func<(string FileName, ReadOnlyMemory<byte> File), byte[]> answer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var asked = new MemoryStream();
            await input.CopyToAsync(asked, cancellationToken);
            await output.WriteAsync(answer(ImportMessage.ReadAsk(asked.GetBuffer().AsMemory(0, (int)asked.Length))), cancellationToken);
            await output.FlushAsync(cancellationToken);
            return 0;
        }
        catch (OutOfMemoryException)
        {
            return SeparateProcess.OutOfMemory;
        }
    }
}
