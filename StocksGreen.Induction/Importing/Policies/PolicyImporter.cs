using StocksGreen.Induction.Importing.Policies.Child;
using StocksGreen.Induction.Importing.Policies.Pages;
using StocksGreen.Induction.Importing.Policies.Pdf;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Importing.Policies;

/// <summary>Reads documents for the server and the command line: all but plain text in a process of its own, two at a time.</summary>
/// <remarks>Decision 12. <see cref="PolicyImport.Parse"/> is the same without a process.</remarks>
public sealed class PolicyImporter(ReadingLimits limits) : IDisposable
{
    private const int MostAtOnce = 2;

    private readonly SemaphoreSlim places = new(MostAtOnce);

    /// <param name="file">The whole file.</param>
    /// <param name="fileName">The name it had, with or without a folder.</param>
    /// <returns>As <see cref="PolicyImport.Parse"/>; a refusal also where reading took more time or memory than it may.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<ImportOutcome> ReadAsync(ReadOnlyMemory<byte> file, string fileName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        if (file.Length > PolicyImport.LargestDocumentInBytes || DocumentKinds.Of(file, fileName) is DocumentKind.Text)
        {
            return PolicyImport.Parse(file, fileName);
        }

        await places.WaitAsync(cancellationToken);
        try
        {
            return await new SeparateProcess(limits).ReadAsync(file, fileName, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Reads the pages of a PDF as pictures; what is on no picture is left to <see cref="PageDrawing"/>.</summary>
    /// <param name="file">The whole PDF.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<PagesOutcome> ReadPagesAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        if (!PdfImport.IsPdf(file.Span) || file.Length > PolicyImport.LargestDocumentInBytes)
        {
            return new PagesOutcome.Refused("Only a PDF of at most 20 MB can be published as pages. Give the pages of anything else as pictures.");
        }

        await places.WaitAsync(cancellationToken);
        try
        {
            // Pictures are unpacked and packed again, which takes longer than words.
            return await new SeparateProcess(limits with { Time = limits.Time * 2 }).ReadPagesAsync(file, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();
}
