using StocksGreen.Induction.Importing.Policies.Child;
using StocksGreen.Induction.Importing.Policies.Pdf;

namespace StocksGreen.Induction.Importing.Policies;

/// <summary>What the process that reads a document does: a question in, an answer out. It opens no settings, no store and no network.</summary>
public static class ReadingProcess
{
    /// <exception cref="InvalidDataException">What came is no question.</exception>
    public static async Task RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        var (fileName, file) = await TakeAsync(input, cancellationToken);
        await output.WriteAsync(ImportMessage.Answer(PolicyImport.Parse(file, fileName)), cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    /// <summary>The same for the pages of a PDF that is to be published as pictures.</summary>
    /// <exception cref="InvalidDataException">What came is no question.</exception>
    public static async Task RunPagesAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        var (_, file) = await TakeAsync(input, cancellationToken);
        await output.WriteAsync(ImportMessage.Answer(PdfPages.Parse(file)), cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    private static async Task<(string FileName, ReadOnlyMemory<byte> File)> TakeAsync(Stream input, CancellationToken cancellationToken)
    {
        using var asked = new MemoryStream();
        await input.CopyToAsync(asked, cancellationToken);
        return ImportMessage.ReadAsk(asked.GetBuffer().AsMemory(0, (int)asked.Length));
    }
}
