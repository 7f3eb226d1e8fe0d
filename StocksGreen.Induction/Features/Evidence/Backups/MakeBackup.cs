using System.Data.Common;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Backups;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Evidence.Backups;

/// <summary>Backs the school up while it works: one file, opened again and verified before it gets its name.</summary>
public sealed class MakeBackup(
    SchoolStores stores,
    DataFolder folder,
    IDatabaseProvider provider,
    BackupFolder backups,
    RecoveryKeyStore recovery,
    CurrentSchool school,
    BackupOptions options,
    AccessLog told,
    TimeProvider clock,
    ILogger<MakeBackup> log
)
{
    /// <param name="file">Where someone wants it; null for the folder of back-ups, with its second folder and its rules of what is kept.</param>
    /// <param name="asksEvidence">False before a database is migrated: its rows are in an earlier shape.</param>
    /// <returns>The path of the back-up and what it says of itself.</returns>
    public async Task<Result<(string Path, BackupManifest Manifest)>> ExecuteAsync(
        Actor actor,
        string? file,
        CancellationToken cancellationToken,
        bool asksEvidence = true
    )
    {
        if (!Permissions.MayBackUp(actor))
        {
            return Result.NotFound;
        }

        var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
        var target = file is null ? Path.Combine(backups.FolderPath, BackupFolder.NameOf(now)) : Path.GetFullPath(file);
        if (File.Exists(target))
        {
            return Result.Invalid("File", $"{target} is there already. Name a file that is not, so that no back-up is written over.");
        }

        var (fault, made) = await TryAsync(target, now, asksEvidence, cancellationToken);
        if (file is null)
        {
            var second = made is null ? null : CopyToSecond(target);
            backups.WriteStatus(new BackupStatus(now, fault, second, made?.Fault));
        }

        if (made is null)
        {
            log.LogError("There is no back-up: {Fault}", fault);
            return Result.Invalid("File", fault!);
        }

        // Before it is migrated the database has no such table.
        if (asksEvidence)
        {
            await told.AddAsync(AccessAct.BackupMade, actor.StaffId, what: made.Fault is null ? "and checked" : "and found its evidence broken");
        }

        return (target, made);
    }

    private async Task<(string? Fault, BackupManifest? Made)> TryAsync(
        string target,
        DateTimeOffset now,
        bool asksEvidence,
        CancellationToken cancellationToken
    )
    {
        var near = Path.GetDirectoryName(target)!;
        var work = Path.Combine(near, $"making-{Guid.NewGuid():N}");
        try
        {
            OwnFile.CreateFolder(near);
            using var only = new FileStream(
                Path.Combine(near, "backup.lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
            foreach (var left in Directory.EnumerateDirectories(near, "making-*"))
            {
                Directory.Delete(left, recursive: true); // of a program that was killed
            }

            OwnFile.CreateFolder(work);
            var made = await MakeAsync(work, now, asksEvidence, cancellationToken);
            File.Move(Path.Combine(work, BackupFolder.NameOf(now)), target);
            if (near == backups.FolderPath)
            {
                BackupFolder.Prune(near);
            }

            return (null, made);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DbException or DamagedBackupException)
        {
            log.LogError(fault, "A back-up could not be made.");
            return (fault is DamagedBackupException ? fault.Message : $"The back-up could not be written to {near}: {fault.Message}", null);
        }
        finally
        {
            DeleteQuietly(work);
        }
    }

    private async Task<BackupManifest> MakeAsync(string work, DateTimeOffset now, bool asksEvidence, CancellationToken cancellationToken)
    {
        var copy = DataFolder.At(work);
        await provider.CopyAsync(folder, copy.Database, cancellationToken);
        var files = new List<(string Name, string Path)> { (BackupFile.Database, copy.Database) };
        KeyLock? keys = null;
        if (recovery.Current() is var (by, key))
        {
            keys = by;
            files.Add((BackupFile.Keys, Path.Combine(work, BackupFile.Keys)));
            OwnFile.Write(files[^1].Path, SealedKeys.Close(folder.Keys, key));
        }

        if (Path.Combine(folder.FolderPath, BackupFile.Anchor) is var anchor && File.Exists(anchor))
        {
            files.Add((BackupFile.Anchor, anchor));
        }

        (long Entries, string HeadHash, string? Fault) found;
        await using (var opened = stores.OpenCopy(copy))
        {
            found = await BackupCheck.ExecuteAsync(opened.Services, asksEvidence, cancellationToken);
        }

        var name = asksEvidence ? (await school.GetAsync(cancellationToken))?.Name ?? "" : "";
        var facts = new BackupManifest(BackupManifest.CurrentForm, name, now, Software.NameAndVersion, found.Entries, found.HeadHash, found.Fault, keys, []);
        var file = Path.Combine(work, BackupFolder.NameOf(now));
        var made = await BackupFile.WriteAsync(file, facts, files, cancellationToken);

        // What is on the disk is read back: a back-up that was never opened is none.
        File.Delete(copy.Database);
        var again = Path.Combine(work, "again");
        OwnFile.CreateFolder(again);
        await BackupFile.ExtractAsync(file, again, cancellationToken);
        return made;
    }

    /// <returns>What went wrong, in a sentence; null where nothing did.</returns>
    private string? CopyToSecond(string made)
    {
        if (options.Second is not { } second)
        {
            return null;
        }

        try
        {
            OwnFile.CreateFolder(second);
            var target = Path.Combine(second, Path.GetFileName(made));
            File.Copy(made, target + ".part", overwrite: true);
            File.Move(target + ".part", target, overwrite: true);
            BackupFolder.Prune(second);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.LogError(fault, "The back-up could not be copied to {Folder}.", second);
            return $"The back-up could not be copied to {second}: {fault.Message}";
        }
    }

    private static void DeleteQuietly(string work)
    {
        try
        {
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The next back-up deletes it.
        }
    }
}
