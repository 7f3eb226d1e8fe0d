using StocksGreen.Induction.Importing.Policies.Child;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Importing.Policies;

/// <summary>Reads documents for the server and the command line: all but plain text in a process of its own, two at a time.</summary>
/// <remarks>Decision 22. <see cref="PolicyImport.Parse"/> is the same without a process.</remarks>
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

    public void Dispose() => places.Dispose();
}
