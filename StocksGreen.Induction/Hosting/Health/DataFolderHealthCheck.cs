using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Hosting.Health;

/// <summary>Whether a file can be written into the data folder: on a full disk no one can sign.</summary>
internal sealed class DataFolderHealthCheck(DataFolder folder) : StoreHealthCheck
{
    protected override string Refusal =>
        "Nothing can be written into the data folder: make room on its disk, or give the user that the server runs as the right to write there.";

    protected override async Task<string?> LookAsync(CancellationToken cancellationToken)
    {
        await using var file = new FileStream(
            Path.Combine(folder.FolderPath, $"health-{Guid.NewGuid():N}.tmp"),
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            bufferSize: 1,
            FileOptions.DeleteOnClose
        );
        file.WriteByte(0);
        await file.FlushAsync(cancellationToken);
        return null;
    }
}
