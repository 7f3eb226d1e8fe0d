using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data.Backups;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;

namespace StocksGreen.Induction.Features.Evidence.Backups;

/// <summary>The back-ups that there are, and whether the school relies on a good one.</summary>
public sealed class BackupsQuery(BackupFolder backups, RecoveryKeyStore recovery, BackupOptions options, TimeProvider clock)
{
    /// <returns>Null for anyone who may not see them.</returns>
    public async Task<BackupsFound?> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayBackUp(actor))
        {
            return null;
        }

        var rows = new List<BackupRow>();
        foreach (var (madeAt, path) in BackupFolder.In(backups.FolderPath))
        {
            try
            {
                var manifest = await BackupFile.ReadManifestAsync(path, cancellationToken);
                rows.Add(new BackupRow(Path.GetFileName(path), madeAt, new FileInfo(path).Length, manifest.Entries, manifest.Keys is not null, manifest.Fault));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DamagedBackupException)
            {
                rows.Add(new BackupRow(Path.GetFileName(path), madeAt, 0, 0, false, fault.Message));
            }
        }

        var good = rows.Find(row => row.Fault is null);
        return new BackupsFound(
            rows,
            backups.FolderPath,
            options.Second,
            options.Nightly ? options.At : null,
            backups.ReadStatus(),
            recovery.MadeAt,
            good is null || clock.GetUtcNow() - good.MadeAt > BackupFolder.TooOld
        );
    }
}

/// <param name="Rows">The newest first.</param>
/// <param name="Folder">Where they are.</param>
/// <param name="Second">Where copies go; null where there is no second folder.</param>
/// <param name="At">When the nightly one is made, in London's time; null where none is.</param>
/// <param name="Status">How the last try ended; null where none was made.</param>
/// <param name="RecoveryKeyMadeAt">UTC; null where the back-ups hold no keys yet.</param>
/// <param name="IsLate">The last good one is older than two days, or there is none.</param>
public sealed record BackupsFound(
    IReadOnlyList<BackupRow> Rows,
    string Folder,
    string? Second,
    TimeOnly? At,
    BackupStatus? Status,
    DateTimeOffset? RecoveryKeyMadeAt,
    bool IsLate
);

/// <param name="MadeAt">UTC.</param>
/// <param name="Entries">Of the evidence.</param>
/// <param name="HasKeys">The school's keys are in it, closed with the recovery key.</param>
/// <param name="Fault">What is wrong with it; null where nothing is.</param>
public sealed record BackupRow(string Name, DateTimeOffset MadeAt, long Bytes, long Entries, bool HasKeys, string? Fault);
