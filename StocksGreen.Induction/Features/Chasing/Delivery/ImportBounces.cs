using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Features.Chasing.Delivery;

/// <summary>
/// Looks into the folder of returned mail. What was read is moved into its folder <c>read</c>, whatever it was, so that nothing is read twice and nothing is
/// lost.
/// </summary>
public sealed class ImportBounces(RecordBounce record, MailOptions options, ILogger<ImportBounces> log)
{
    private const string ReadFolder = "read";

    /// <returns>How many mails are now known to have come back.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (options.BounceFolder is not { } folder || !Directory.Exists(folder))
        {
            return 0;
        }

        var found = 0;
        foreach (var file in Directory.GetFiles(folder, "*.eml"))
        {
            try
            {
                Bounce? bounce;
                await using (var stream = File.OpenRead(file))
                {
                    bounce = BounceReader.Parse(stream);
                }

                found += bounce is not null && await record.ExecuteAsync(bounce, cancellationToken) is Result<Unit>.Done ? 1 : 0;
                var read = Directory.CreateDirectory(Path.Combine(folder, ReadFolder)).FullName;
                File.Move(file, Path.Combine(read, Path.GetFileName(file)), overwrite: true);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                log.LogWarning(fault, "A file in the folder of returned mail cannot be read or moved. It is looked at again.");
            }
        }

        return found;
    }
}
