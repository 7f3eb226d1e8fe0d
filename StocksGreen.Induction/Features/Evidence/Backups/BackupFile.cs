using System.IO.Compression;
using System.Security.Cryptography;

namespace StocksGreen.Induction.Features.Evidence.Backups;

/// <summary>One file that holds all that a school must keep: a zip archive with a list of its contents and their hashes.</summary>
internal static class BackupFile
{
    internal const string Database = "induction.db";

    /// <summary>The folder of keys, closed with the recovery key.</summary>
    internal const string Keys = "keys.sealed";

    /// <summary>The last anchor that was given out.</summary>
    internal const string Anchor = "anchor.txt";

    private const string Manifest = "backup.json";
    private const int LargestManifest = 1024 * 1024;
    private const int BlockSize = 1024 * 1024;

    /// <summary>Writes a back-up; it is on the disk when this returns.</summary>
    /// <param name="path">A file that is not there yet.</param>
    /// <param name="facts">All but the list of files, which is made here.</param>
    /// <param name="files">Name in the back-up, and where the file is.</param>
    internal static async Task<BackupManifest> WriteAsync(
        string path,
        BackupManifest facts,
        IEnumerable<(string Name, string Path)> files,
        CancellationToken cancellationToken
    )
    {
        await using var file = new FileStream(path, OwnOnly(FileMode.CreateNew));
        var members = new List<BackupMember>();
        await using (var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken))
        {
            foreach (var (name, source) in files)
            {
                await using var from = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read);
                await using var to = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
                members.Add(await CopyAsync(name, from, to, long.MaxValue, cancellationToken));
            }

            facts = facts with { Files = members };
            await using var list = await archive.CreateEntry(Manifest).OpenAsync(cancellationToken);
            await list.WriteAsync(facts.ToJson(), cancellationToken);
        }

        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
        return facts;
    }

    /// <summary>What a back-up says of itself, without looking at the rest of it.</summary>
    /// <exception cref="DamagedBackupException">It is no back-up, or damaged.</exception>
    internal static Task<BackupManifest> ReadManifestAsync(string path, CancellationToken cancellationToken) =>
        ReadAsync(path, (_, manifest) => Task.FromResult(manifest), cancellationToken);

    /// <summary>Takes every file out of a back-up and compares it with its hash.</summary>
    /// <param name="folder">There and empty.</param>
    /// <exception cref="DamagedBackupException">It is no back-up, or damaged.</exception>
    internal static Task<BackupManifest> ExtractAsync(string path, string folder, CancellationToken cancellationToken) =>
        ReadAsync(
            path,
            async (archive, manifest) =>
            {
                foreach (var member in manifest.Files)
                {
                    // Only names that this program writes: an archive made by someone else must not choose where its files go.
                    if (member.Name is not (Database or Keys or Anchor) || archive.GetEntry(member.Name) is not { } entry)
                    {
                        throw new DamagedBackupException($"The file “{member.Name}” is not in it as its list of contents says.");
                    }

                    await using var from = await entry.OpenAsync(cancellationToken);
                    await using var to = new FileStream(Path.Combine(folder, member.Name), OwnOnly(FileMode.CreateNew));
                    if (await CopyAsync(member.Name, from, to, member.Bytes, cancellationToken) != member)
                    {
                        throw new DamagedBackupException($"The file “{member.Name}” in it is not what was backed up: the back-up is damaged, or was changed.");
                    }

                    await to.FlushAsync(cancellationToken);
                    to.Flush(flushToDisk: true);
                }

                return manifest.Files.Any(member => member.Name == Database) ? manifest : throw new DamagedBackupException("It holds no database.");
            },
            cancellationToken
        );

    private static async Task<BackupManifest> ReadAsync(
        string path,
        Func<ZipArchive, BackupManifest, Task<BackupManifest>> read,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            await using var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            if (archive.GetEntry(Manifest) is not { Length: <= LargestManifest } entry)
            {
                throw new DamagedBackupException("It is no back-up of this program.");
            }

            await using var from = await entry.OpenAsync(cancellationToken);
            using var json = new MemoryStream();
            await CopyAsync(Manifest, from, json, LargestManifest, cancellationToken);
            return await read(archive, BackupManifest.Parse(json.ToArray()));
        }
        catch (InvalidDataException fault)
        {
            throw new DamagedBackupException("It is no back-up of this program, or it was cut off or damaged.", fault);
        }
    }

    /// <param name="most">More bytes than were promised are not read: a small archive can hold a large file.</param>
    private static async Task<BackupMember> CopyAsync(string name, Stream from, Stream to, long most, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockSize];
        long bytes = 0;
        for (int read; (read = await from.ReadAsync(block, cancellationToken)) > 0; )
        {
            bytes += read;
            if (bytes > most)
            {
                throw new DamagedBackupException($"The file “{name}” in it is larger than its list of contents says.");
            }

            hash.AppendData(block, 0, read);
            await to.WriteAsync(block.AsMemory(0, read), cancellationToken);
        }

        return new BackupMember(name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Names, signatures and keys: for the account that runs the server and for no one else.</summary>
    private static FileStreamOptions OwnOnly(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
