using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Startup;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Evidence.Backups;

/// <summary>Puts a back-up in the place of a store, while no server uses it; what was there is kept next to it.</summary>
/// <param name="open">Services on a store: where it is, and whether it may be written.</param>
public sealed class RestoreBackup(Func<DataFolder, bool, ServiceProvider> open)
{
    /// <param name="recoveryKey">As it is printed; null or empty to go on with the keys that the folder has.</param>
    /// <param name="mayReplace">True to put it in the place of data that is newer, or that cannot be read.</param>
    /// <param name="withoutKeys">True to go on without the school's keys: a new key is made, and the evidence says so.</param>
    /// <returns>What was done, a sentence a line.</returns>
    /// <exception cref="OperatorException">Another server uses the folder, or it cannot be written.</exception>
    public async Task<Result<IReadOnlyList<string>>> ExecuteAsync(
        string file,
        DataFolder folder,
        string? recoveryKey,
        bool mayReplace,
        bool withoutKeys,
        CancellationToken cancellationToken
    )
    {
        using var only = DatabaseLock.Take(folder);
        var work = Path.Combine(folder.FolderPath, $"restoring-{Guid.NewGuid():N}");
        try
        {
            OwnFile.CreateFolder(work);
            var manifest = await BackupFile.ExtractAsync(file, work, cancellationToken);
            var taken = DataFolder.At(work);
            string? evidenceFault;
            await using (var services = open(taken, false))
            {
                await using var scope = services.CreateAsyncScope();
                (_, _, evidenceFault) = await BackupCheck.ExecuteAsync(scope.ServiceProvider, asksEvidence: true, cancellationToken);
            }

            if (evidenceFault is not null && manifest.Fault is null)
            {
                return Result.Invalid("File", $"The evidence in it does not hold. {evidenceFault}");
            }

            if (Keys(manifest, taken, folder, recoveryKey, withoutKeys) is { } refusal)
            {
                return refusal;
            }

            var (known, newer) = await NewerAsync(folder, manifest, cancellationToken);
            if (newer is not null && !mayReplace)
            {
                return Result.Invalid("Replace", $"{newer} To go on and keep what is there in a folder next to it, add --replace.");
            }

            var hash = await HashAsync(file, cancellationToken);
            var kept = Exchange(folder, taken);
            await using var restored = open(folder, true);
            await using var inside = restored.CreateAsyncScope();
            var said = await SealAsync(inside.ServiceProvider, manifest, hash, known, cancellationToken);
            return Lines(manifest, evidenceFault, newer, kept, said);
        }
        catch (DamagedBackupException fault)
        {
            return Result.Invalid("File", $"{file} cannot be restored. {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Result.Invalid("File", $"{file} cannot be restored: {fault.Message}");
        }
        finally
        {
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }
        }
    }

    /// <summary>Of a file that may be larger than memory.</summary>
    private static async Task<string> HashAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    /// <summary>Opens the keys of the back-up, or sees that there are others to go on with.</summary>
    private static Result<IReadOnlyList<string>>? Keys(BackupManifest manifest, DataFolder taken, DataFolder folder, string? typed, bool withoutKeys)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return File.Exists(folder.SigningKey) || withoutKeys || manifest.Entries == 0
                ? null
                : Result.Invalid(
                    "RecoveryKey",
                    manifest.Keys is null
                        ? "The back-up holds no keys, because no recovery key had been made, and there are none here. "
                            + "To go on with a new key, add --without-keys."
                        : "The school’s keys are not here. Give the recovery key that was printed: --recovery-key. "
                            + "To go on with a new key, add --without-keys."
                );
        }

        if (manifest.Keys is not { } by)
        {
            return Result.Invalid("RecoveryKey", "The back-up holds no keys, because no recovery key had been made. Leave the recovery key out.");
        }

        if (RecoveryKey.Parse(typed) is not { } key)
        {
            return Result.Invalid("RecoveryKey", "A recovery key has five groups of five letters and digits, as in ABCDE-FGHJK-MNPQR-STUVW-XYZ23.");
        }

        return SealedKeys.Open(File.ReadAllBytes(Path.Combine(taken.FolderPath, BackupFile.Keys)), key.Derive(by), taken.Keys)
            ? null
            : Result.Invalid("RecoveryKey", "That is not the recovery key with which this back-up was made.");
    }

    /// <summary>What the folder holds that the back-up does not.</summary>
    /// <returns>The last entry that was known here, if the back-up lacks it, and a sentence; null where nothing would be lost.</returns>
    private async Task<((long Number, string Hash)? Known, string? Newer)> NewerAsync(
        DataFolder folder,
        BackupManifest manifest,
        CancellationToken cancellationToken
    )
    {
        var head = new EvidenceHead(folder).Read();
        if (new FileInfo(folder.Database) is not { Exists: true, Length: > 0 })
        {
            return head is { } end && end.Number > manifest.Entries
                ? (end, FormattableString.Invariant($"The school’s keys know of entries up to {end.Number}; the back-up ends with entry {manifest.Entries}."))
                : (null, null);
        }

        try
        {
            await using var services = open(folder, false);
            await using var scope = services.CreateAsyncScope();
            await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
            var last = await db.Evidence.AsNoTracking().OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken);
            var same = await db.Evidence.AnyAsync(entry => entry.Number == manifest.Entries && entry.Hash == manifest.HeadHash, cancellationToken);
            if (last is null || (same && last.Number == manifest.Entries))
            {
                return (null, null);
            }

            if (!same)
            {
                return (
                    (last.Number, last.Hash),
                    FormattableString.Invariant($"The data here, up to entry {last.Number}, is of another history than the back-up.")
                );
            }

            var kinds = await db
                .Evidence.Where(entry => entry.Number > manifest.Entries)
                .GroupBy(entry => entry.Kind)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToListAsync(cancellationToken);
            var words = string.Join(
                ", ",
                kinds.OrderBy(kind => kind.Key.Name, StringComparer.Ordinal).Select(kind => FormattableString.Invariant($"{kind.Key.Name} {kind.Count}"))
            );
            return (
                (last.Number, last.Hash),
                FormattableString.Invariant($"The data here is newer: {last.Number - manifest.Entries} entries since the back-up would be lost ({words}), ")
                    + $"the last of {LondonTime.ToWords(last.At)}."
            );
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or InvalidOperationException or FormatException)
        {
            return (head is { } end && end.Number > manifest.Entries ? end : null, $"The data here cannot be read ({fault.Message.Trim()}).");
        }
    }

    /// <summary>Moves what is there aside, and the restored files in.</summary>
    /// <returns>The folder with what was there; null where nothing was.</returns>
    private static string? Exchange(DataFolder folder, DataFolder taken)
    {
        var bringsKeys = Directory.Exists(taken.Keys);
        string[] files = [folder.Database, folder.Database + "-wal", folder.Database + "-shm", Path.Combine(folder.FolderPath, BackupFile.Anchor)];
        string? kept = null;
        if (files.Any(File.Exists) || (bringsKeys && Directory.Exists(folder.Keys)))
        {
            kept = Path.Combine(folder.FolderPath, $"replaced-{DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}");
            OwnFile.CreateFolder(kept);
            foreach (var file in files.Where(File.Exists))
            {
                File.Move(file, Path.Combine(kept, Path.GetFileName(file)));
            }

            if (bringsKeys && Directory.Exists(folder.Keys))
            {
                Directory.Move(folder.Keys, Path.Combine(kept, Path.GetFileName(folder.Keys)));
            }
        }

        if (bringsKeys)
        {
            Directory.Move(taken.Keys, folder.Keys);
        }

        if (File.Exists(Path.Combine(taken.FolderPath, BackupFile.Anchor)))
        {
            File.Move(Path.Combine(taken.FolderPath, BackupFile.Anchor), Path.Combine(folder.FolderPath, BackupFile.Anchor));
        }

        File.Move(taken.Database, folder.Database);
        return kept;
    }

    /// <summary>Says in the evidence that it was restored.</summary>
    /// <returns>What to tell of the keys; null where they were as they should be.</returns>
    private static async Task<string?> SealAsync(
        IServiceProvider services,
        BackupManifest manifest,
        string hash,
        (long Number, string Hash)? known,
        CancellationToken cancellationToken
    )
    {
        if (manifest.Entries == 0)
        {
            return null;
        }

        await DatabaseStartup.PrepareAsync(
            services.GetRequiredService<IDbContextFactory<InductionDb>>(),
            services.GetRequiredService<DataFolder>(),
            cancellationToken
        );
        services.GetRequiredService<EvidenceWriter>().TakeEnd(manifest.Entries, manifest.HeadHash);
        var said = await services.GetRequiredService<SigningKeyChange>().EnsureAsync(manifest.School, cancellationToken);
        await services.GetRequiredService<EvidenceWriter>().RestoreAsync(hash, known, cancellationToken);
        return said;
    }

    private static List<string> Lines(BackupManifest manifest, string? fault, string? newer, string? kept, string? said)
    {
        var lines = new List<string>
        {
            FormattableString.Invariant($"Restored: {manifest.School}, as it was on {LondonTime.ToWords(manifest.MadeAt)}, {manifest.Entries} entries."),
        };
        lines.AddRange(
            new[]
            {
                fault is null ? null : $"The evidence did not hold when it was backed up: {fault}",
                newer,
                kept is null ? null : $"What was there before is kept in {kept}. Delete it once you need it no longer: it holds people’s data.",
                said,
            }.OfType<string>()
        );
        return lines;
    }
}
